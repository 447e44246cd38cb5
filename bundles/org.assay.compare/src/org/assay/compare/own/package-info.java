/** Findings by rules that users wrote. */
package org.assay.compare.own;
