package org.assay.compare.explain;

import java.util.Optional;

/**
 * What the records say of a path.
 *
 * @param owner the package that put it there; of a directory one of those that did
 * @param digest of its content; empty for directories, links, and files of which the package records none
 * @param configuration whether people are expected to edit it
 */
record RecordedFile(InstalledPackage owner, Optional<RecordedDigest> digest, boolean configuration) {
}
