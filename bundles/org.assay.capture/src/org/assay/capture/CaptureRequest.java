package org.assay.capture;

import java.util.List;

import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.KeptContent;

/**
 * What to capture and how.
 *
 * @param evidence what to read; trees are read first, in the order of their names, then exports and hives as given
 * @param kept of which files the content is handed on besides its digest; asked from other threads than the one that runs the capture
 * @param earlier what need not be read again
 */
public record CaptureRequest(List<Evidence> evidence, CaptureOptions options, KeptContent kept, EarlierItems earlier) {

    public CaptureRequest {
        evidence = List.copyOf(evidence);
    }
}
