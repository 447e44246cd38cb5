package org.assay.capture.source;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.ItemSink;

/**
 * All evidence of one kind in a capture, checked and ready to be read. A kind gives trees, which are walked and searched for registry
 * hives, files with registry data, which are put together with all others, or items as it has them, or several of these. Each kind is one
 * class, which {@link EvidenceSources} makes.
 */
public interface EvidenceSource {

    /** A short word for what reads it, kept in the snapshot: a reader of the snapshot can tell which attributes it can hold. */
    String reader();

    /** Whether what was read until now left every access time as it was; false when the system may have set some. */
    boolean keepsAccessTimes();

    /** Directory trees. */
    default List<EvidenceTree> trees() {
        return List.of();
    }

    /** Files with registry data, in the order in which they are to be read. */
    default List<RegistrySource> registry() {
        return List.of();
    }

    /** Why nothing else can stand in a snapshot beside it, a sentence that says what to do; empty when other evidence can. */
    default Optional<String> reasonToStandAlone() {
        return Optional.empty();
    }

    /** Hands on what it tells beside trees and registry data. */
    default void list(ItemSink sink) {
    }
}
