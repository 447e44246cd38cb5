/** What can be said of the file that holds a case. */
package org.assay.model.casefile;
