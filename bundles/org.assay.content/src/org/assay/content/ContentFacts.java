package org.assay.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.text.Bytes;

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

    /** The details of a file with what was found in it. */
    public FileDetails in(FileDetails details) {
        return details.withContent(digests, Optional.of(type), signature).withTraits(traits).withVersion(version);
    }

    /** Whether it tells the digests {@code asked} for, as far as such a content has them. */
    public boolean covers(Set<DigestAlgorithm> asked) {
        return asked.stream().allMatch(one -> digests.containsKey(one) || one.isOfPrograms() && type != ContentType.PE);
    }
}
