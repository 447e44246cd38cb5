package org.assay.model.incident;

import java.util.OptionalLong;

import org.assay.model.Location;
import org.assay.model.text.Bytes;

/** What in the evidence an entry of the incident's log speaks of. Host and place are kept with it, so that it says something by itself. */
public sealed interface EntryReference {

    /** The host on which it is. */
    String host();

    /** What people call it. */
    String text();

    /** A host. */
    record ToHost(String host) implements EntryReference {

        @Override
        public String text() {
            return host;
        }
    }

    /**
     * A change.
     *
     * @param comparison the number of its comparison; empty where the case does not have that any more
     * @param number its number in the comparison
     */
    record ToChange(String host, OptionalLong comparison, int number, Location location) implements EntryReference {

        @Override
        public String text() {
            return location.text() + " on " + host + (comparison.isPresent() ? " (change %d of comparison %d)".formatted(number,
                    comparison.getAsLong()) : "");
        }
    }

    /** A decision on a change, by what tells tags apart. */
    record ToTag(String host, Location location, Bytes fingerprint) implements EntryReference {

        @Override
        public String text() {
            return "tag on " + location.text() + " on " + host;
        }
    }

    /**
     * A file, or whatever else has a place on a host, as somebody wrote it down; the case need not have it.
     *
     * @param path as it was written
     */
    record ToFile(String host, String path) implements EntryReference {

        @Override
        public String text() {
            return path + " on " + host;
        }
    }
}
