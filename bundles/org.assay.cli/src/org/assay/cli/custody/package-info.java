/** The commands that hand a case over. */
package org.assay.cli.custody;
