/** Amounts as people read them. */
package org.assay.cli.amount;
