package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.startup.text.Limits;

/**
 * Finds values inside a {@link Node} by the names that lead to them, as the field {@code select} of the catalogue says: names behind dots,
 * {@code *} for any name, {@code **} for any names or none, {@code name[key=value]} for the tables in which that key has that value,
 * {@code |} between alternatives. Lists are passed through: a name is looked for in each of their members.
 */
public final class Selector {

    private static final int MAX_FOUND_COUNT = Limits.MAX_COMMAND_COUNT + 1;
    /** So many nodes are looked at in one file. */
    private static final int MAX_STEP_COUNT = 1_000_000;

    private final List<List<Step>> paths;
    private int steps;

    private record Step(String name, Optional<Condition> condition) {
    }

    private record Condition(List<String> key, String value) {
    }

    /**
     * A value that was found.
     *
     * @param label the name that the last {@code *} stood for, else the last name
     */
    record Found(String label, Node node) {
    }

    private Selector(List<List<Step>> paths) {
        this.paths = paths;
    }

    /** Reads the field {@code select}. */
    static Selector parse(String text) {
        return new Selector(Arrays.stream(text.split("\\|")).map(Selector::path).toList());
    }

    private static List<Step> path(String text) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            depth += end ? 0 : text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
            if (end || text.charAt(at) == '.' && depth == 0) {
                steps.add(step(text.substring(start, at)));
                start = at + 1;
            }
        }
        return steps;
    }

    private static Step step(String text) {
        int open = text.indexOf('[');
        int equals = text.indexOf('=', open);
        if (open < 0 || equals < 0 || !text.endsWith("]")) {
            return new Step(text, Optional.empty());
        }
        return new Step(text.substring(0, open), Optional.of(new Condition(List.of(text.substring(open + 1, equals).split("\\.")),
                text.substring(equals + 1, text.length() - 1))));
    }

    /** What is found below {@code root}, at most {@link Limits#MAX_COMMAND_COUNT} and one; each member of a list that is found. */
    List<Found> in(Node root) {
        steps = 0;
        Set<Found> found = new LinkedHashSet<>();
        paths.forEach(path -> walk(root, path, 0, "", found));
        return List.copyOf(found);
    }

    private void walk(Node node, List<Step> path, int at, String label, Set<Found> found) {
        if (found.size() >= MAX_FOUND_COUNT || ++steps > MAX_STEP_COUNT) {
            return;
        }
        if (node instanceof Node.Row row) {
            row.members().forEach(member -> walk(member, path, at, label, found));
        } else if (at == path.size()) {
            found.add(new Found(label, node));
        } else if (node instanceof Node.Table table) {
            Step step = path.get(at);
            boolean deep = step.name().equals("**");
            if (deep) {
                walk(node, path, at + 1, label, found);
            }
            for (Map.Entry<String, Node> entry : table.entries().entrySet()) {
                if (deep) {
                    walk(entry.getValue(), path, at, label, found);
                } else if (step.name().equals("*") || step.name().equals(entry.getKey())) {
                    boolean keeps = at > 0 && path.subList(0, at).stream().anyMatch(each -> each.name().equals("*"));
                    meeting(entry.getValue(), step.condition()).forEach(each -> walk(each, path, at + 1,
                            keeps && !step.name().equals("*") ? label : entry.getKey(), found));
                }
            }
        }
    }

    private static List<Node> meeting(Node node, Optional<Condition> condition) {
        List<Node> members = node instanceof Node.Row row ? row.members() : List.of(node);
        return condition.map(required -> members.stream().filter(member -> meets(member, required)).toList()).orElse(List.of(node));
    }

    private static boolean meets(Node node, Condition condition) {
        Node at = node;
        for (String name : condition.key()) {
            at = at instanceof Node.Table table ? table.entries().getOrDefault(name, new Node.Row(List.of())) : new Node.Row(List.of());
        }
        return at instanceof Node.Text text && text.text().equals(condition.value());
    }
}
