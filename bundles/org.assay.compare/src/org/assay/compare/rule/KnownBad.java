package org.assay.compare.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;

/** Somebody found this very content to be malicious before. Nothing else that is known of it outweighs that. */
final class KnownBad implements GivenRule {

    private static final FindingType TYPE = new FindingType("known-bad", "Content known to be bad", "files and streams",
            List.of(Severity.HIGH), List.of("T1204.002"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public List<Change> mark(List<Change> changes, Given given, Supplier<ChangeBuffer> buffers) {
        Map<Integer, String> known = new HashMap<>();
        given.bad().forEach(list -> list.apply(changes).forEach(known::putIfAbsent));
        if (known.isEmpty()) {
            return changes;
        }
        ChangeBuffer marked = buffers.get();
        changes.forEach(change -> marked.add(known.containsKey(change.number())
                ? change.with(List.of(TYPE.found(known.get(change.number())))) : change));
        return marked.end();
    }
}
