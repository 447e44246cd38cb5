/** Where a capture runs, and its snapshot, which is begun when the first thing was read. */
package org.assay.app.capture;
