package org.assay.capture.walk;

import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.KeptContent;

/**
 * How a tree is captured.
 *
 * @param kept of which files the content is handed on besides its digest; asked from other threads than the one that runs the capture
 * @param packages which digests the tree's packages want of their files
 * @param earlier what need not be read again
 */
public record WalkRequest(CaptureOptions options, KeptContent kept, PackageDigests packages, EarlierItems earlier) {
}
