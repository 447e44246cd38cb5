/**
 * The command line: one class per command over the use cases, started by a plain main method without OSGi.
 */
package org.assay.cli;
