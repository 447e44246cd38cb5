package org.assay.model.snapshot;

import java.net.URI;
import java.util.Optional;

/**
 * One piece of evidence as it was asked for, or as it was found within another.
 *
 * @param kind what it is
 * @param name the tree's name or the registry location it stands for; empty where none was given
 * @param origin the path it was read from, for people
 * @param path the same path, exactly, so that the capture can be resumed; empty for what was found within another
 */
public record Source(SourceKind kind, String name, String origin, Optional<URI> path) {
}
