package org.assay.app.custody;

import java.nio.file.Path;

/** Where an examiner's keys are. */
public sealed interface KeyPlace {

    /** In a PKCS#12 file. */
    record InFile(Path file) implements KeyPlace {
    }

    /**
     * On a token (PKCS#11).
     *
     * @param library the library of its maker
     * @param slot which of the slots that it lists, counted from 0
     */
    record OnToken(Path library, int slot) implements KeyPlace {
    }

    /** The key file, or the library of the token. */
    default Path path() {
        return switch (this) {
            case InFile place -> place.file();
            case OnToken place -> place.library();
        };
    }

    /** What opens it, as a prompt names it. */
    default String secret() {
        return switch (this) {
            case InFile _ -> "Password of the key file";
            case OnToken _ -> "PIN of the token";
        };
    }
}
