/** Use cases over all hosts of a case. */
package org.assay.app.fleet;
