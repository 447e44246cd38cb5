package org.assay.capture;

import java.util.List;
import java.util.function.Predicate;

import org.assay.model.CaptureOptions;
import org.assay.model.Evidence;
import org.assay.model.FileItem;

/**
 * What to capture and how.
 *
 * @param evidence what to read; trees are read first, in the order of their names, then registry data as given
 * @param keepContent chooses the files whose content is handed on besides its digest, if they hold at most {@link Capture#KEPT_BYTES}; it
 *        is asked before a file is read, so the item it sees has no digest, and from other threads than the one that runs the capture
 * @param earlier what need not be read again
 */
public record CaptureRequest(List<Evidence> evidence, CaptureOptions options, Predicate<FileItem> keepContent, EarlierItems earlier) {

    public CaptureRequest {
        evidence = List.copyOf(evidence);
    }

    /** A capture that begins anew. */
    public CaptureRequest(List<Evidence> evidence, CaptureOptions options, Predicate<FileItem> keepContent) {
        this(evidence, options, keepContent, EarlierItems.NONE);
    }
}
