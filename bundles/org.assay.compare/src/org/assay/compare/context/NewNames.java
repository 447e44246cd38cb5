package org.assay.compare.context;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;

/** Tells which changes bring a name. One that the baseline has is not judged again. */
public final class NewNames {

    private NewNames() {
    }

    /** Whether {@code change} brings its name: it is new, or it was moved and renamed. */
    public static boolean isBroughtBy(Change change) {
        return change.kind() == ChangeKind.ADDED || change.kind() == ChangeKind.MOVED
                && !change.before().orElseThrow().location().name().equals(change.location().name());
    }
}
