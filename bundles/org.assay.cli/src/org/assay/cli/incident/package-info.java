/** The commands that keep the record of an outbreak. */
package org.assay.cli.incident;
