package org.assay.compare;

import java.util.List;
import java.util.Map;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;

/** Explains changes by something that is gone through once for all of them. */
@FunctionalInterface
public interface Voucher {

    /** The explanations that it has, by the numbers of the changes; {@code changes} come by their numbers, with their findings. */
    Map<Integer, Explanation> explain(List<Change> changes);
}
