package org.assay.app.page;

import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * What one side of a change holds, as it is: nothing of it is safe to show before it passed {@link org.assay.model.text.Visible}.
 *
 * @param note a sentence on how it was read, or why it cannot be shown
 * @param bytes all of its bytes; empty where there are none, or they are not known
 * @param text its lines; empty where it is not text
 * @param decoded what was hidden in it, each with its own heading and lines, in the order in which it was found
 */
public record ContentSide(String note, Optional<Bytes> bytes, Optional<List<String>> text, List<ContentSheet.Part> decoded) {

    public ContentSide {
        text = text.map(List::copyOf);
        decoded = List.copyOf(decoded);
    }

    /** A side of which nothing can be shown, and why. */
    public static ContentSide nothing(String why) {
        return new ContentSide(why, Optional.empty(), Optional.empty(), List.of());
    }
}
