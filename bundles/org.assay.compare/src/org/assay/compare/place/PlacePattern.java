package org.assay.compare.place;

import java.util.ArrayList;
import java.util.List;

import org.assay.content.TomlFile;
import org.assay.model.Location;
import org.assay.model.snapshot.Glob;
import org.assay.model.text.RegistryRoot;

/** Places as a user's file names them: of a file from its tree's root on, {@code /var/log/**}; of registry data with its root. */
public final class PlacePattern {

    private final String glob;
    private final Glob pattern;
    private final boolean ofRegistry;

    /**
     * The names with which its places begin, where they are one for one those of the pattern; empty for any name. It leaves out most places
     * at little cost.
     */
    private final List<String> beginning;

    /** Those that match {@code glob}. */
    public PlacePattern(String glob) {
        this.glob = glob;
        this.pattern = new Glob(glob);
        List<String> names = new ArrayList<>(List.of(glob.split("[/\\\\]", -1)));
        this.ofRegistry = RegistryRoot.isMatchedBy(names.getFirst());
        names.replaceAll(name -> name.contains("?") || name.contains("*") && !name.contains("**") ? "" : name);
        this.beginning = names.stream().takeWhile(name -> !name.contains("**")).toList();
    }

    /** That of the field {@code glob} of {@code part}. */
    public static PlacePattern of(TomlFile file, TomlFile.Part part) {
        String glob = file.text(part, "glob");
        PlacePattern places = new PlacePattern(glob);
        if (!glob.startsWith("/") && !places.ofRegistry()) {
            throw file.wrong(part, "glob", "glob begins with / or with a root of the registry, not: " + glob);
        }
        return places;
    }

    /** As it was written. */
    public String glob() {
        return glob;
    }

    /** Whether its places are registry data; else they are files. */
    public boolean ofRegistry() {
        return ofRegistry;
    }

    /** Whether it names the place; case does not count. */
    public boolean matches(Location location) {
        return ofRegistry != location.space().isFile() && begins(location)
                && pattern.matches(ofRegistry ? location : withoutTree(location));
    }

    private boolean begins(Location location) {
        List<String> components = location.components();
        // The last name of a value stands in brackets, and behind a key's without a separator.
        int compared = Math.min(beginning.size(), components.size() - (location.space().isLeaf() ? 2 : 0));
        for (int at = ofRegistry ? 0 : 1; at < compared; at++) {
            if (!beginning.get(at).isEmpty() && !beginning.get(at).equalsIgnoreCase(components.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static Location withoutTree(Location location) {
        List<String> components = new ArrayList<>(location.components());
        components.set(0, "");
        return new Location(location.space(), components);
    }
}
