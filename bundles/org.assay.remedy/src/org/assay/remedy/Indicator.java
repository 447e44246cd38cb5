package org.assay.remedy;

import java.time.Instant;
import java.util.Optional;

/**
 * Something by which another machine is searched for what was found on this one. Texts are the evidence's, exactly, and are well-formed
 * Unicode without noncharacters.
 *
 * @param change the number of the change that it comes from
 * @param shown the change's place, for people
 * @param startup whether that place makes something start by itself
 * @param decided when the change was tagged
 */
record Indicator(int change, String shown, boolean startup, Instant decided, Sign sign) {

    /** What is to be looked for. */
    sealed interface Sign {
    }

    /** A file of this content; {@code sha256} in lower-case hexadecimal digits. */
    record Content(String sha256, long sizeBytes) implements Sign {
    }

    /** A file or link at this place; {@code folder} is the whole path of its folder. */
    record FilePlace(String folder, String name) implements Sign {
    }

    /** A folder with this whole path. */
    record FolderPlace(String path) implements Sign {
    }

    /** A registry key; {@code path} begins with the root's long name. */
    record Key(String path) implements Sign {
    }

    /**
     * A registry value.
     *
     * @param key the path of its key, as {@link Key} has it
     * @param name empty for the key's default value
     * @param data its text up to the first NUL; empty where the name alone tells
     */
    record Value(String key, String name, Optional<String> data) implements Sign {
    }
}
