package org.assay.compare;

import org.assay.compare.explain.PackageEvidence;
import org.assay.model.KeptContent;

/** What the packages of a machine know about its files. */
public final class Packages {

    /** Which files a capture must keep the content of, so that later comparisons know what packages say. */
    public static final KeptContent KEPT = PackageEvidence.KEPT;

    private Packages() {
    }
}
