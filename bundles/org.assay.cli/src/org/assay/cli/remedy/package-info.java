/** The commands that work on a machine's disks. */
package org.assay.cli.remedy;
