/** By what changes are explained: what packages record of their files, and what follows from that. Knows nothing of rules. */
package org.assay.compare.explain;
