package org.assay.compare;

import org.assay.compare.security.SecurityFiles;
import org.assay.model.KeptContent;

/** The small files that say who may do what. */
public final class SecurityRecords {

    /** Which of them a capture must keep the content of, so that later comparisons know what their lines mean. */
    public static final KeptContent KEPT = SecurityFiles.KEPT;

    private SecurityRecords() {
    }
}
