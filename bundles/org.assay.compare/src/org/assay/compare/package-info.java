/**
 * Merges two ordered item streams into changes, moves and findings, without any input or output of its own.
 */
package org.assay.compare;
