/** Options that several commands have. */
package org.assay.cli.option;
