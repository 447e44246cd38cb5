package org.assay.registry;

import java.util.List;
import java.util.Objects;

/**
 * Something a reader could not take at face value.
 *
 * @param kind what happened, and whether content was lost by it
 * @param position the line, counted from 1, in a text; the byte offset from the start of the file in a hive or a policy file
 * @param message a sentence for the user, without the file's name and the position; control characters are shown as
 *     {@code \}{@code u000a}
 * @param path the key that is affected or the nearest known key above it; empty when none is known, and in a hive also for the
 *     root key
 */
public record RegistryProblem(Kind kind, long position, String message, List<String> path) {

    /** What happened. */
    public enum Kind {
        /** The file does not say how its characters are encoded; the reader chose the most likely encoding. Nothing is known to be lost. */
        ENCODING_GUESSED(false),
        /** A form that regedit itself does not write, or would not accept, was read anyway. Nothing is lost. */
        ACCEPTED(false),
        /** The text can be read in more than one way; what was read may not be what the registry holds. */
        AMBIGUOUS(true),
        /** The source requests an action other than setting or deleting a key or value; the message says which. */
        INSTRUCTION(true),
        /** Lines of a text could not be parsed and are missing from what was read. */
        SKIPPED(true),
        /** Part of a hive is damaged and is missing from what was read, or may not be what Windows would read. */
        DAMAGED(true),
        /** What was read is not the newest state: changes that lie in transaction logs were not applied. */
        OUTDATED(true);

        private final boolean lost;

        Kind(boolean lost) {
            this.lost = lost;
        }

        /** Whether content is missing, so that the place must not be called clean. */
        public boolean lost() {
            return lost;
        }
    }

    public RegistryProblem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(message);
        path = List.copyOf(path);
    }
}
