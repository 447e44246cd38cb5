package org.assay.compare.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins numbered things into groups: each is in one, and whatever is joined is in the same. */
final class Groups {

    private final int[] parents;

    Groups(int size) {
        parents = new int[size];
        for (int at = 0; at < size; at++) {
            parents[at] = at;
        }
    }

    void join(int one, int other) {
        parents[root(one)] = root(other);
    }

    /** The groups, each with its members in order. */
    Collection<List<Integer>> all() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int at = 0; at < parents.length; at++) {
            groups.computeIfAbsent(root(at), _ -> new ArrayList<>()).add(at);
        }
        return groups.values();
    }

    private int root(int at) {
        int root = at;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
