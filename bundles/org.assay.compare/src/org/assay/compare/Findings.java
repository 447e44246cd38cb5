package org.assay.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.rule.Autostart;
import org.assay.compare.rule.ChangeRule;
import org.assay.compare.rule.FindingRule;
import org.assay.compare.rule.GivenRule;
import org.assay.compare.rule.MassRule;
import org.assay.compare.rule.Rules;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.startup.StartupRow;

/** What changes give away: each step asks those of {@link Rules#ALL} whose turn it is, in their order. */
public final class Findings {

    private Findings() {
    }

    /** The types of all findings. */
    public static List<FindingType> types() {
        return Rules.ALL.stream().map(FindingRule::type).toList();
    }

    /** Numbered changes, with what each shows by itself. */
    static List<Change> judged(List<Change> changes, ComparisonContext context, Supplier<ChangeBuffer> buffers) {
        List<ChangeRule> rules = rules(ChangeRule.class).toList();
        ChangeBuffer judged = buffers.get();
        changes.forEach(change -> judged.add(change.with(rules.stream().map(rule -> rule.judge(change, context)).flatMap(Optional::stream)
                .toList())));
        return judged.end();
    }

    /** Those with what they show by what a user gave. */
    static List<Change> marked(List<Change> judged, GivenRule.Given given, Supplier<ChangeBuffer> buffers) {
        List<Change> marked = judged;
        for (GivenRule rule : rules(GivenRule.class).toList()) {
            marked = rule.mark(marked, given, buffers);
        }
        return marked;
    }

    /** Those, explained, with what speaks for many. */
    static List<Change> rolled(List<Change> explained, SnapshotView baseline, Supplier<ChangeBuffer> buffers) {
        List<Change> rolled = explained;
        for (MassRule rule : rules(MassRule.class).toList()) {
            rolled = rule.roll(rolled, baseline, buffers);
        }
        return rolled;
    }

    /** What a comparison gave, with what {@code rows}, its startup entries, say of it. */
    public static List<Change> withStartup(List<Change> changes, List<StartupRow> rows) {
        List<Change> marked = changes;
        for (Autostart rule : rules(Autostart.class).toList()) {
            marked = rule.mark(marked, rows);
        }
        return marked;
    }

    private static <R extends FindingRule> Stream<R> rules(Class<R> shape) {
        return Rules.ALL.stream().filter(shape::isInstance).map(shape::cast);
    }
}
