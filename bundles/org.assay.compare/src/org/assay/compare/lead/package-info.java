/** Changes that belong together. */
package org.assay.compare.lead;
