/** What rules know beside the change that they judge. */
package org.assay.compare.context;
