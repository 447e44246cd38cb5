package org.assay.capture;

import java.util.List;
import java.util.function.ToLongFunction;

import org.assay.model.CaptureOptions;
import org.assay.model.Evidence;
import org.assay.model.FileItem;

/**
 * What to capture and how.
 *
 * @param evidence what to read; trees are read first, in the order of their names, then registry data as given
 * @param keptBytes up to which size a file's content is handed on besides its digest, in bytes; 0 or less for one whose content is not.
 *        It is asked before a file is read, so the item it sees has no digest, and from other threads than the one that runs the capture
 * @param earlier what need not be read again
 */
public record CaptureRequest(List<Evidence> evidence, CaptureOptions options, ToLongFunction<FileItem> keptBytes, EarlierItems earlier) {

    public CaptureRequest {
        evidence = List.copyOf(evidence);
    }

    /** A capture that begins anew. */
    public CaptureRequest(List<Evidence> evidence, CaptureOptions options, ToLongFunction<FileItem> keptBytes) {
        this(evidence, options, keptBytes, EarlierItems.NONE);
    }
}
