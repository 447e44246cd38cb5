package org.assay.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Bytes;
import org.assay.model.ContentTrait;
import org.assay.model.ContentType;
import org.assay.model.DigestAlgorithm;
import org.assay.model.ProgramVersion;
import org.assay.model.Signature;

/**
 * What a {@link ContentProbe} found.
 *
 * @param sha256 32 bytes
 * @param digests those that were asked for besides
 * @param signature of a {@link ContentType#PE} file, be it that it has none; empty for every other type
 * @param traits what else was noticed
 * @param version of a {@link ContentType#PE} file that says one
 */
public record ContentFacts(Bytes sha256, Map<DigestAlgorithm, Bytes> digests, ContentType type, Optional<Signature> signature,
        Set<ContentTrait> traits, Optional<ProgramVersion> version) {
}
