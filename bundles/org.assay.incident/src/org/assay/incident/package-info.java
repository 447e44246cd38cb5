/** The record of an outbreak: what follows from the entries of its log, checklists as data, its timeline and its report. */
package org.assay.incident;
