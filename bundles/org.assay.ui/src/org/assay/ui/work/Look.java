package org.assay.ui.work;

import org.assay.model.Severity;

/**
 * What the list of changes is to show.
 *
 * @param text as a user writes it into the filter
 * @param least the least severity
 */
public record Look(String text, Severity least) {
}
