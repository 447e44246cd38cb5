package org.assay.app.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;

/** Explained changes, those that one thing explains together as one line. */
public final class ExplainedGroups {

    private record Group(ExplanationKind kind, String subject, String vouched) {
    }

    private ExplainedGroups() {
    }

    /** A line for each thing that explains changes, with how many, most first. */
    public static List<String> lines(Iterable<Change> changes) {
        Map<Group, Integer> groups = new LinkedHashMap<>();
        for (Change change : changes) {
            change.explanation().map(ExplainedGroups::group).ifPresent(group -> groups.merge(group, 1, Integer::sum));
        }
        return groups.entrySet().stream().sorted(Map.Entry.<Group, Integer>comparingByValue().reversed()
                .thenComparing(entry -> entry.getKey().subject())).map(entry -> line(entry.getKey(), entry.getValue())).toList();
    }

    private static Group group(Explanation explanation) {
        return new Group(explanation.kind(), explanation.subject(), explanation.vouched());
    }

    private static String line(Group group, int count) {
        return String.format(Locale.ROOT, "%,8d %s: %s (vouched for by %s)", count, count == 1 ? "change " : "changes", group.subject(),
                group.vouched());
    }
}
