package org.assay.capture;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a directory holds.
 *
 * @param names in the order of their components
 * @param failure why the list ends early; empty when it is whole
 */
record Listing(List<ChildName> names, Optional<IOException> failure) {
}
