package org.assay.model.snapshot;

import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.text.Space;
import org.assay.model.text.Visible;
import org.assay.model.text.Wildcards;

/**
 * Selects locations by a pattern over {@link Location#text}: {@code *} is anything within a component, {@code **} anything at all,
 * {@code ?} one character of a component; {@code /} and {@code \} are the same, and case does not count. Nothing else is special. A
 * separator that belongs to a name, or to what {@link Visible} spells out in it, does not end the component.
 *
 * <p>The time a match takes is at most proportional to the length of the pattern times that of the text.
 */
public final class Glob {

    private final Wildcards pattern;

    public Glob(String glob) {
        pattern = new Wildcards(glob);
    }

    /** Whether the whole text of {@code location} matches. */
    public boolean matches(Location location) {
        return pattern.match(text(location)).matches();
    }

    /** Whether {@code location}, or something above it, matches. A pattern that ends with a separator stands for all that is below. */
    public boolean matchesAtOrAbove(Location location) {
        Wildcards.Outcome outcome = pattern.match(text(location));
        return outcome.matches() || outcome.matchesAbove() || location.space().isLeaf() && matchesAtOrAbove(holder(location));
    }

    /** The file, directory or key that a stream or value belongs to. */
    private static Location holder(Location leaf) {
        return new Location(leaf.space().isFile() ? Space.FILE : Space.KEY, leaf.components().subList(0, leaf.components().size() - 1));
    }

    /**
     * Whether something at or below {@code location} may match. Says yes rather too often: a name that is no directory may have nothing
     * below it.
     */
    public boolean mayMatchWithin(Location location) {
        if (matches(location)) {
            return true;
        }
        String text = text(location);
        return switch (location.space()) {
            case FILE -> mayContinue(text.endsWith("/") ? text : text + "/") || mayContinue(text + ":");
            case KEY -> mayContinue(text + "/") || mayContinue(text + " [");
            case VALUE, STREAM -> false;
        };
    }

    private boolean mayContinue(String beginning) {
        return pattern.match(beginning).mayContinue();
    }

    /** As {@link Location#text}, but with the separators between components told from those within. */
    private static String text(Location location) {
        List<String> components = location.components();
        return switch (location.space()) {
            case FILE -> file(components);
            case STREAM -> file(components.subList(0, components.size() - 1)) + ":" + inside(location.name());
            case KEY -> joined(components);
            case VALUE -> joined(components.subList(0, components.size() - 1))
                    + " [" + (location.name().isEmpty() ? "(Default)" : inside(location.name())) + "]";
        };
    }

    private static String file(List<String> components) {
        return joined(components) + (components.size() == 1 && isSlashed(components.getFirst()) ? "/" : "");
    }

    /** The roots {@code /} and {@code C:\} end with the separator that follows them in the paths below. */
    private static boolean isSlashed(String tree) {
        return tree.isEmpty() || tree.endsWith(":");
    }

    private static String joined(List<String> components) {
        return components.stream().map(Glob::inside).collect(Collectors.joining("/"));
    }

    private static String inside(String name) {
        return Visible.text(name).replace('/', Wildcards.INSIDE).replace('\\', Wildcards.INSIDE);
    }
}
