package org.assay.capture.file;

import java.nio.file.Path;

import org.assay.model.Location;

/**
 * A directory tree that is captured.
 *
 * @param root where it really is
 * @param location the location its root gets
 */
public record TreePlace(Path root, Location location) {
}
