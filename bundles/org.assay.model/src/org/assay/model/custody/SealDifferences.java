package org.assay.model.custody;

import java.util.List;

/**
 * What a case holds now, against what was signed when a snapshot was sealed.
 *
 * @param differences a sentence each, without a full stop; none where everything is as it was, or as the log tells that it was changed
 * @param since the entries that were made after the seal; what they tell of is not sealed by it
 */
public record SealDifferences(List<String> differences, List<CustodyEntry> since) {

    /** Whether nothing differs. */
    public boolean isWhole() {
        return differences.isEmpty();
    }
}
