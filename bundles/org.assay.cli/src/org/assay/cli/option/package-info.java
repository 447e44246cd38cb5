/** Options that several commands have, and what commands have in common that only hold others. */
package org.assay.cli.option;
