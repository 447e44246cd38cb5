/**
 * Whether what was decided has been done: a later comparison against the decisions, and what the scripts say of themselves.
 */
package org.assay.app.verify;
