/**
 * What must be done, in which order, and in which state of the machine it may be done.
 */
package org.assay.remedy.plan;
