/** Reads what other tools noted of files: one class a format. */
package org.assay.capture.listed;
