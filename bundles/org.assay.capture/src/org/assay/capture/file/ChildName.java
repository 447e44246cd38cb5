package org.assay.capture.file;

import java.util.Optional;

import org.assay.model.item.FileKind;

/**
 * A name as a directory lists it.
 *
 * @param component the name as a location carries it
 * @param kind what the directory says it is, if it says: a hint, to be looked at again
 */
public record ChildName(String component, Optional<FileKind> kind) {
}
