package org.assay.remedy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.remediation.Action.QuarantineFile;

/** Files to move, by the tree they lie in: a script is told for each tree where it is mounted. Trees are numbered from 1. */
final class FileTrees {

    /** One tree's files. */
    record Tree(int number, String name, List<QuarantineFile> files) {
    }

    private FileTrees() {
    }

    static List<Tree> of(List<QuarantineFile> files) {
        Map<String, Tree> trees = new LinkedHashMap<>();
        for (QuarantineFile file : files) {
            trees.computeIfAbsent(name(file.file()), name -> new Tree(trees.size() + 1, name, new ArrayList<>())).files().add(file);
        }
        return List.copyOf(trees.values());
    }

    /** The name of the tree that {@code file} lies in; may be empty. */
    static String name(Location file) {
        return file.components().getFirst();
    }

    /** The names from below the tree's root down to {@code file}; none for the root itself. */
    static List<String> path(Location file) {
        return file.components().subList(1, file.components().size());
    }
}
