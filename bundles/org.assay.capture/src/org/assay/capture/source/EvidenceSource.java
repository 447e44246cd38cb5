package org.assay.capture.source;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;

/**
 * All about one kind of evidence: how a user names it and what opens it. Each kind is one class, in the list of {@link EvidenceSources}.
 */
public interface EvidenceSource {

    /** How a user names a piece of it, and the word that a snapshot keeps. */
    EvidenceKind kind();

    /** The name that the evidence at {@code path} is likely to need; empty when it needs none or that cannot be guessed. */
    default String proposedName(String path) {
        return "";
    }

    /**
     * Whether a file that starts so is likely to be such evidence; false for what is a folder. It only tells a user what to name a file
     * as, and decides nothing.
     */
    default boolean recognises(byte[] start) {
        return false;
    }

    /**
     * Checks all evidence of this kind in a capture and makes it ready to be read.
     *
     * @param pieces at least one
     * @throws org.assay.model.AssayException when one is not what it was said to be
     */
    OpenEvidence open(List<Evidence> pieces, FileSystemReader files);

    /** One piece of it as a tree of files that can be opened again, not checked yet; empty for what is none. */
    default Optional<EvidenceTree> tree(Evidence piece, FileSystemReader files) {
        return Optional.empty();
    }
}
