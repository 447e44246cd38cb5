package org.assay.capture;

import java.util.List;
import java.util.function.Predicate;

import org.assay.model.Evidence;
import org.assay.model.FileItem;
import org.assay.model.RegistryOptions;

/**
 * What to capture and how.
 *
 * @param evidence what to read; trees are read first, in the order of their names, then registry data as given
 * @param keepContent chooses the files whose content is handed on besides its digest, if they hold at most {@link Capture#KEPT_BYTES}; it
 *        is asked before a file is read, so the item it sees has no digest, and from another thread than the one that runs the capture
 * @param threads how many files are hashed at the same time, 1 or more
 * @param registry how to read registry data
 */
public record CaptureRequest(List<Evidence> evidence, Predicate<FileItem> keepContent, int threads, RegistryOptions registry) {

    public CaptureRequest {
        evidence = List.copyOf(evidence);
        if (threads < 1) {
            throw new IllegalArgumentException("a capture needs a thread or more, not " + threads);
        }
    }

    /** A capture with the usual options. */
    public CaptureRequest(List<Evidence> evidence, Predicate<FileItem> keepContent, int threads) {
        this(evidence, keepContent, threads, RegistryOptions.USUAL);
    }
}
