/**
 * Carries out an exported plan on a mounted disk: files are moved and put back by the rules of {@code remedy.sh}, and the registry is
 * changed in its hives.
 */
package org.assay.remedy.offline;
