package org.assay.remedy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.assay.model.Location;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/** The trees that steps are about: a script is told for each tree where it is mounted. Trees are numbered from 1. */
final class FileTrees {

    /** A tree by its name, which may be empty. */
    record Tree(int number, String name) {
    }

    private FileTrees() {
    }

    /** The trees in the order in which the steps first name them. */
    static List<Tree> of(List<Step> steps) {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> names.add(name(step.action().location())));
        List<Tree> trees = new ArrayList<>();
        names.forEach(name -> trees.add(new Tree(trees.size() + 1, name)));
        return List.copyOf(trees);
    }

    /** The number of the tree, one of {@code trees}, that the action is about. */
    static int number(List<Tree> trees, Action action) {
        String name = name(action.location());
        return trees.stream().filter(tree -> tree.name().equals(name)).findFirst().orElseThrow().number();
    }

    /** All places that the action is about. */
    static List<Location> locations(Action action) {
        return action instanceof Action.MoveBack back ? List.of(back.location(), back.baseline().location()) : List.of(action.location());
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
