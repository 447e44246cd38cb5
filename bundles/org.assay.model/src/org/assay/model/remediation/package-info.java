/** What is to be done about changes, step by step. */
package org.assay.model.remediation;
