package org.assay.capture.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a directory holds.
 *
 * @param names in the order of their components
 * @param failure why the list ends early; empty when it is whole
 */
public record FolderListing(List<ChildName> names, Optional<IOException> failure) {
}
