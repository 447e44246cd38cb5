/** What the trees of a snapshot tell: systems, owners, links, kept content. */
package org.assay.startup.tree;
