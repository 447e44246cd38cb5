package org.assay.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Visible;

/** Removes a snapshot from a case for good, with what goes with it. */
public record RemoveSnapshot(long snapshot) {

    /** Says what would go: {@code snapshot 2 (suspect of PC17, 31,337 items), and with it comparison 1}. */
    public String preview(Case openCase, Progress progress) {
        return snapshot(openCase) + also(openCase.dependents(snapshot, progress));
    }

    /** Says what went, as {@link #preview} does. */
    public String run(Case openCase, Progress progress) {
        return snapshot(openCase) + also(openCase.removeSnapshot(snapshot, progress));
    }

    private String snapshot(Case openCase) {
        Snapshot named = openCase.snapshot(snapshot);
        return "snapshot %d (%s of %s, %,d items)".formatted(snapshot, named.role().name().toLowerCase(Locale.ROOT),
                Visible.text(named.host()), named.coverage().items());
    }

    private static String also(SnapshotDependents dependents) {
        List<String> also = new ArrayList<>();
        numbers(also, "comparison", dependents.comparisons());
        numbers(also, "seal", dependents.seals());
        count(also, "tag", dependents.tags());
        count(also, "kept file", dependents.contents());
        return also.isEmpty() ? ", with which nothing else goes" : ", and with it " + String.join("; ", also);
    }

    private static void numbers(List<String> also, String what, List<Long> numbers) {
        if (!numbers.isEmpty()) {
            also.add(what + (numbers.size() == 1 ? " " : "s ") + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static void count(List<String> also, String what, long count) {
        if (count > 0) {
            also.add("%,d %s%s".formatted(count, what, count == 1 ? "" : "s"));
        }
    }
}
