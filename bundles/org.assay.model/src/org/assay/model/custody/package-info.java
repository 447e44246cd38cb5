/** What was done to a case, by whom, and who answers for it. */
package org.assay.model.custody;
