package org.assay.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Score;
import org.assay.model.TaggedChange;

/**
 * All that is known of one change.
 *
 * @param score with what each thing added to it
 * @param before the item in the baseline, by the fields' labels; empty where it is new
 * @param after the item in the suspect; empty where it is gone
 * @param lines what differs between both texts, each line with {@code -} or {@code +} before it; empty where not both contents are kept
 */
public record ChangeExplanation(TaggedChange change, Score score, Map<String, String> before, Map<String, String> after,
        Optional<List<String>> lines) {
}
