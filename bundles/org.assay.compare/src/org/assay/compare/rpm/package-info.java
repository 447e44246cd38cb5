/** Reads the databases in which rpm keeps what is installed. They are evidence, and hostile: what is not understood is left out. */
package org.assay.compare.rpm;
