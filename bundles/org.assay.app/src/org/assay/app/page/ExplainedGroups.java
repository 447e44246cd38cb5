package org.assay.app.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;

/** Explained changes, those that one thing explains together as one line; added one by one, of which the numbers are kept. */
public final class ExplainedGroups {

    private final Map<Cause, List<Integer>> causes = new LinkedHashMap<>();

    private record Cause(ExplanationKind kind, String subject, String vouched) {
    }

    /**
     * All changes that one thing explains.
     *
     * @param subject what explains them
     * @param vouched whose word that is
     * @param changes their numbers, at least one
     */
    public record Group(String subject, String vouched, List<Integer> changes) {

        /** What explains them and whose word that is; it can hold names from evidence and need not be safe to show. */
        public String text() {
            return subject + " (vouched for by " + vouched + ")";
        }

        private String line() {
            return String.format(Locale.ROOT, "%,8d %s: %s", changes.size(), changes.size() == 1 ? "change " : "changes", text());
        }
    }

    /** Takes a change into account, if anything explains it. */
    public void add(Change change) {
        change.explanation().map(ExplainedGroups::cause)
                .ifPresent(cause -> causes.computeIfAbsent(cause, _ -> new ArrayList<>()).add(change.number()));
    }

    /** What explains the changes that were added, that which explains most first. */
    public List<Group> groups() {
        return causes.entrySet().stream().map(entry -> new Group(entry.getKey().subject(), entry.getKey().vouched(), entry.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.changes().size()).reversed().thenComparing(Group::subject)).toList();
    }

    /** A line for each thing that explains changes, with how many, most first. */
    public static List<String> lines(Iterable<Change> changes) {
        ExplainedGroups explained = new ExplainedGroups();
        changes.forEach(explained::add);
        return explained.groups().stream().map(Group::line).toList();
    }

    private static Cause cause(Explanation explanation) {
        return new Cause(explanation.kind(), explanation.subject(), explanation.vouched());
    }
}
