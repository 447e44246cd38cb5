/** The record of an outbreak: what was learnt, switched off, told and ticked off, by whom and when. */
package org.assay.model.incident;
