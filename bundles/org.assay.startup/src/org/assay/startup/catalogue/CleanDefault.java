package org.assay.startup.catalogue;

import java.util.List;

/**
 * What an untouched system has at a location.
 *
 * @param values the clean data; empty where there is none or it differs from system to system
 */
public record CleanDefault(Mode mode, List<String> values) {

    /** How data is held against the values. */
    public enum Mode {
        /** Nothing belongs there: presence is what counts. */
        ABSENT,
        /** The whole data is one of the values. */
        EXACT,
        /** The whole data, or each member of a list, is one of the values. */
        SET,
        /** The data begins with one of the values. */
        PREFIX,
        /** A user's copy must not differ from the machine's; judged by comparing snapshots. */
        SHADOW,
        /** Only comparing snapshots can tell. */
        BASELINE
    }

    public CleanDefault {
        values = List.copyOf(values);
    }
}
