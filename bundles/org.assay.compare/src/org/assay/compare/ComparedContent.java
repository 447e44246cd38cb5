package org.assay.compare;

import org.assay.compare.explain.PackageEvidence;
import org.assay.compare.security.SecurityFiles;
import org.assay.model.snapshot.KeptContent;

/** What a comparison reads besides the fields of items. */
public final class ComparedContent {

    /**
     * Which files a capture must keep the content of, so that later comparisons know what packages say of a machine's files, and what the
     * lines of the small files mean that say who may do what.
     */
    public static final KeptContent KEPT = KeptContent.mostOf(PackageEvidence.KEPT, SecurityFiles.KEPT);

    private ComparedContent() {
    }
}
