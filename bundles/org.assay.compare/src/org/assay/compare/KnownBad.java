package org.assay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;

/** Somebody found this very content to be malicious before. Nothing else that is known of it outweighs that. */
public final class KnownBad {

    /** The finding of what stands in a list of known-bad files. */
    public static final FindingType TYPE = new FindingType("known-bad", "Content known to be bad", "files and streams",
            List.of(Severity.HIGH), List.of("T1204.002"));

    private KnownBad() {
    }

    /** A list of known-bad files, which is gone through once for all changes. */
    @FunctionalInterface
    public interface BadList {

        /** By the numbers of the changes whose content stands there: what stands there, as a sentence. */
        Map<Integer, String> find(List<Change> changes);
    }

    /** {@code changes}, with the finding on those that one of {@code lists} knows. */
    static List<Change> mark(List<Change> changes, List<BadList> lists, Supplier<ChangeBuffer> buffers) {
        Map<Integer, String> known = new HashMap<>();
        lists.forEach(list -> list.find(changes).forEach(known::putIfAbsent));
        if (known.isEmpty()) {
            return changes;
        }
        ChangeBuffer marked = buffers.get();
        changes.forEach(change -> marked.add(known.containsKey(change.number())
                ? change.with(List.of(TYPE.found(known.get(change.number())))) : change));
        return marked.end();
    }
}
