/** The hosts of a case seen together: what they share, and what is answered of them. */
package org.assay.model.fleet;
