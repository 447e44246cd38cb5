/** Names and bytes: how their systems compare them, and how people may see them. */
package org.assay.model.text;
