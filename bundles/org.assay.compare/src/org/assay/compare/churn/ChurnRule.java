package org.assay.compare.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assay.model.Location;
import org.assay.model.snapshot.Glob;

/**
 * A place of a policy.
 *
 * @param glob as written: of a file from its tree's root on, {@code /var/log/**}; of registry data with its root, {@code HKU/*}{@code /…}
 * @param why what changes there, as a sentence without its full stop
 * @param line where it stands in its file, from 1
 */
public record ChurnRule(String glob, ChurnKind kind, String why, int line) {

    /** Makes of a rule what asks it. */
    Matcher matcher() {
        boolean ofRegistry = glob.toUpperCase(Locale.ROOT).startsWith("HK");
        List<String> names = new ArrayList<>(List.of(glob.split("[/\\\\]")));
        names.replaceAll(name -> name.contains("?") || name.contains("*") && !name.contains("**") ? "" : name);
        return new Matcher(this, new Glob(glob), ofRegistry,
                names.stream().takeWhile(name -> !name.contains("**")).toList());
    }

    /**
     * A rule that is ready to be asked.
     *
     * @param beginning the names with which its places begin, where they are one for one those of the pattern; empty for any name. It
     *        leaves out most places at little cost
     */
    record Matcher(ChurnRule rule, Glob pattern, boolean ofRegistry, List<String> beginning) {

        boolean matches(Location location) {
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
}
