package org.assay.model.fleet;

import java.util.List;

/**
 * Changes of a fleet that are not the same but look as if one hand made them.
 *
 * @param alike in what
 * @param what what they have in common, for people; it can hold names from evidence and need not be safe to show
 * @param changes two or more, by number
 */
public record LookAlikes(Alike alike, String what, List<FleetChange> changes) {

    /** In what changes are alike. */
    public enum Alike {
        /** The same content under other names or in other places. */
        CONTENT,
        /** The same place with other content. */
        PLACE,
        /** New files in one folder whose names have the same length, kinds of letters and ending, none of them on most hosts. */
        PATTERN
    }

    public LookAlikes {
        changes = List.copyOf(changes);
    }

    /** The hosts that have one of them. */
    public HostSet hosts() {
        return changes.stream().map(FleetChange::hosts).reduce(HostSet.NONE, HostSet::or);
    }
}
