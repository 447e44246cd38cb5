/** The record of an outbreak: what is noted, what is off, who was told, what is left to do. */
package org.assay.app.incident;
