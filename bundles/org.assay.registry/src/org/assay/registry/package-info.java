/**
 * Reads Windows registry data from exports and from native hives with their logs, and writes exports; usable without the rest of Assay.
 */
package org.assay.registry;
