package org.assay.capture.walk;

import java.util.List;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;

/**
 * What a capture has to hand on about one place.
 *
 * @param items the file, then its streams in the order of their names
 * @param content the file's bytes that were hashed, where they were asked for
 */
record Captured(List<FileItem> items, List<Gap> gaps, Optional<byte[]> content) {

    static Captured of(FileItem item) {
        return new Captured(List.of(item), List.of(), Optional.empty());
    }

    static Captured of(FileItem item, Gap gap) {
        return new Captured(List.of(item), List.of(gap), Optional.empty());
    }

    static Captured of(Gap gap) {
        return new Captured(List.of(), List.of(gap), Optional.empty());
    }
}
