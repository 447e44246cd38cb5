/** Snapshots in the forms of other tools, one class a form. */
package org.assay.app.written;
