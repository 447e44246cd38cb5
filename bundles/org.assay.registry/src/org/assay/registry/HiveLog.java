package org.assay.registry;

import java.util.Objects;
import java.util.Optional;

/** The outcome for one transaction log of a dirty hive. */
public sealed interface HiveLog {

    /** The log's file name, exactly as it is spelled. */
    String name();

    /** A sentence for the user, with the log's name; control characters are shown as {@code \}{@code u000a}. */
    String text();

    /**
     * Changes of this log are part of what was read.
     *
     * @param name the log's file name
     * @param firstSequence the sequence number of the first entry that was applied, unsigned; of the log itself in the old format
     * @param lastSequence that of the last one
     * @param entries how many entries were applied; 1 in the old format
     * @param pages how many pages they hold: of 512 bytes in the old format, of any size in the new one
     * @param stop why entries that should have followed were not applied; empty when the log was applied to its end
     */
    record Applied(String name, long firstSequence, long lastSequence, int entries, int pages, Optional<String> stop) implements HiveLog {

        public Applied {
            Objects.requireNonNull(name);
            Objects.requireNonNull(stop);
        }

        @Override
        public String text() {
            return RegistryText.visible(name) + ": " + (entries == 1 ? "1 entry" : entries + " entries") + " with " + pages
                    + (pages == 1 ? " page" : " pages") + " applied, sequence numbers " + firstSequence + " to " + lastSequence
                    + stop.map(why -> "; then " + why).orElse("") + ".";
        }
    }

    /**
     * The log does not belong to the hive or is damaged; none of it was applied.
     *
     * @param name the log's file name
     * @param reason the end of a sentence that says why
     */
    record Refused(String name, String reason) implements HiveLog {

        public Refused {
            Objects.requireNonNull(name);
            Objects.requireNonNull(reason);
        }

        @Override
        public String text() {
            return RegistryText.visible(name) + " was not applied: " + reason + ".";
        }
    }
}
