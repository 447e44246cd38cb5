package org.assay.app.verify;

import org.assay.model.change.TaggedChange;

/**
 * A decision to repair or to quarantine, and what became of it.
 *
 * @param sentence what was seen, without a full stop; the words of evidence are made visible in it
 */
public record CheckedDecision(TaggedChange decided, CheckOutcome outcome, String sentence) {
}
