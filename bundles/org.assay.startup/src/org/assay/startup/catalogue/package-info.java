/** The locations as data, arranged to be found by path. */
package org.assay.startup.catalogue;
