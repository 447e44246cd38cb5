package org.assay.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what leads back to itself in a graph: its strongly connected components, by Tarjan's algorithm. */
final class Cycles {

    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Cycles(Map<String, Set<String>> graph) {
        this.graph = graph;
    }

    /** The sets of two and more nodes that all lead to one another, the largest first. {@code graph} names of each node where it leads. */
    static List<Set<String>> in(Map<String, Set<String>> graph) {
        Cycles cycles = new Cycles(graph);
        for (String node : graph.keySet()) {
            if (!cycles.numbers.containsKey(node)) {
                cycles.visit(node);
            }
        }
        cycles.found.sort(Comparator.comparingInt((Set<String> one) -> one.size()).reversed().thenComparing(Set::toString));
        return cycles.found;
    }

    private void visit(String node) {
        numbers.put(node, numbers.size());
        lowest.put(node, numbers.get(node));
        open.push(node);
        for (String next : graph.getOrDefault(node, Set.of())) {
            if (!numbers.containsKey(next)) {
                visit(next);
                lowest.merge(node, lowest.get(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(node, numbers.get(next), Math::min);
            }
        }
        if (lowest.get(node).equals(numbers.get(node))) {
            close(node);
        }
    }

    private void close(String first) {
        Set<String> together = new TreeSet<>();
        String last;
        do {
            last = open.pop();
            together.add(last);
        } while (!last.equals(first));
        if (together.size() > 1) {
            found.add(together);
        }
    }
}
