/** From a snapshot's items to matches of the catalogue. */
package org.assay.startup.scan;
