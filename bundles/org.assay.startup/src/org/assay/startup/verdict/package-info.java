/** Entries of two snapshots compared, joined with the verdicts on their files, put into sentences. */
package org.assay.startup.verdict;
