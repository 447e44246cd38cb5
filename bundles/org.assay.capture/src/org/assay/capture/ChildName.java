package org.assay.capture;

import java.nio.file.Path;

/**
 * A name as a directory lists it.
 *
 * @param component the name as a location carries it
 * @param path the same name to resolve against the directory's path; it alone carries the exact bytes to the system
 */
record ChildName(String component, Path path) {
}
