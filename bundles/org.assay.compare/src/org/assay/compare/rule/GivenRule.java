package org.assay.compare.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.assay.compare.own.OwnRules;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;

/** Judges changes by what a user gave to the comparison; asked when each was judged by itself, and before any is explained. */
public non-sealed interface GivenRule extends FindingRule {

    /**
     * What was given.
     *
     * @param bad lists of known-bad files: each gives, by the numbers of the changes whose content stands there, what does, as a sentence
     * @param own rules, by file
     */
    record Given(List<Function<List<Change>, Map<Integer, String>>> bad, List<OwnRules> own) {

        public Given {
            bad = List.copyOf(bad);
            own = List.copyOf(own);
        }
    }

    /** {@code changes}, numbered from 1, with this rule's findings. */
    List<Change> mark(List<Change> changes, Given given, Supplier<ChangeBuffer> buffers);
}
