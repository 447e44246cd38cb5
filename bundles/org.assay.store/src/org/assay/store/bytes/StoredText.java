package org.assay.store.bytes;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** Text columns take {@value #MAX_UNITS} UTF-16 units. */
public final class StoredText {

    static final int MAX_UNITS = 65_536;

    private StoredText() {
    }

    /** A text that Assay or a system wrote: what is too long ends in an ellipsis. */
    public static String cut(String text) {
        return text.length() <= MAX_UNITS ? text : text.substring(0, MAX_UNITS - 1) + "…";
    }

    /** A text that the user wrote and that must not be changed: what is too long is refused. */
    public static String whole(String what, String text) {
        if (text.length() > MAX_UNITS) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The %s is %d characters long; at most %d can be stored. Shorten it."
                    .formatted(what, text.length(), MAX_UNITS));
        }
        return text;
    }
}
