/** One class a finding. Each says what it sees and how much that matters; {@link org.assay.compare.rule.Rules} lists them. */
package org.assay.compare.rule;
