/** Files, registry keys and registry values, and what is known of each. */
package org.assay.model.item;
