package org.assay.compare.rpm;

import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;

/**
 * A file of a package.
 *
 * @param path without a separator before
 * @param algorithm of the digest; empty for SHA-256
 * @param digest of its content; empty for what is no plain file, and for what the package owns without having brought it
 * @param configuration whether people are expected to edit it
 */
public record RpmFile(String path, Optional<DigestAlgorithm> algorithm, Optional<Bytes> digest, boolean configuration) {
}
