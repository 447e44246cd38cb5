/**
 * Answers over many hosts: the tables of their changes go in, and what they have in common, what sets some of them apart, and in which
 * order it came to them comes out. Reads and writes nothing.
 */
package org.assay.fleet;
