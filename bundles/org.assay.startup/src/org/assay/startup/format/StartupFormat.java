package org.assay.startup.format;

import org.assay.startup.catalogue.ContentPolicy;
import org.assay.startup.match.FileStarts;

/**
 * A format of files or registry values inside which stands what starts. One class and one test a format; {@link StartupFormats} lists
 * them.
 */
public interface StartupFormat {

    /** Its name in a catalogue, in the fields {@code syntax} and {@code data}. */
    String name();

    /** Whether what lies at {@code place} is read as this format, before its content is known. */
    default boolean reads(FormatPlace place) {
        return place.autostart().format().equals(name());
    }

    /** Whether {@code content} is of this format, where others read the same place: the first in the list that fits is taken. */
    default boolean fits(byte[] content) {
        return true;
    }

    /** The largest content that is kept for it, in bytes. */
    default long maxBytes() {
        return ContentPolicy.KEPT_BYTES;
    }

    /** Whether the file starts itself besides what stands inside it; a shortcut does not. */
    default boolean startsItself(FormatPlace place) {
        return !place.autostart().format().isEmpty();
    }

    /**
     * Whether a file of this format that holds no command starts nothing itself either, as a template without macros. Never throws,
     * whatever the content.
     */
    default boolean isInert(byte[] content) {
        return false;
    }

    /** What starts. Never throws, whatever the content; takes time and memory in proportion to it. */
    FileStarts read(FormatPlace place, byte[] content);
}
