package org.assay.ui.presenter;

import org.assay.ui.text.Texts;

/** What of the selected change is held against each other. */
public enum DetailsMode {
    FIELDS,
    /** The lines of its content. */
    TEXT,
    /** The bytes of its content. */
    BYTES,
    /** What was hidden in its content. */
    DECODED;

    public String label() {
        return switch (this) {
            case FIELDS -> Texts.of("details.mode.fields");
            case TEXT -> Texts.of("details.mode.text");
            case BYTES -> Texts.of("details.mode.bytes");
            case DECODED -> Texts.of("details.mode.decoded");
        };
    }
}
