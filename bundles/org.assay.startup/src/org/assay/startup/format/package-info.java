/** The file formats that hold what starts, one class each. */
package org.assay.startup.format;
