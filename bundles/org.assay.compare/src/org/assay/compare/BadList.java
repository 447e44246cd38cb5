package org.assay.compare;

import java.util.List;
import java.util.Map;

import org.assay.model.change.Change;

/** A list of known-bad files, which is gone through once for all changes. */
@FunctionalInterface
public interface BadList {

    /** By the numbers of the changes whose content stands there: what stands there, as a sentence. */
    Map<Integer, String> find(List<Change> changes);
}
