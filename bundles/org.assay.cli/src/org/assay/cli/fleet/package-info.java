/** The commands over all hosts of a case. */
package org.assay.cli.fleet;
