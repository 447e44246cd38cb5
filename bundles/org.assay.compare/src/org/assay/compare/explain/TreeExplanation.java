package org.assay.compare.explain;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;

/** One way in which packages explain changes of files. */
@FunctionalInterface
interface TreeExplanation {

    /** @param path where the file of the change is, or was when it is gone */
    Optional<Explanation> explain(Change change, String path);
}
