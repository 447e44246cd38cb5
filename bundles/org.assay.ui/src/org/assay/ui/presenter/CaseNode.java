package org.assay.ui.presenter;

import java.util.List;

import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;

/** What stands in the tree of a case. */
public sealed interface CaseNode {

    /** A machine with its snapshots and then the comparisons in which it is the suspect. */
    record Host(String name, List<CaseNode> below) implements CaseNode {
    }

    record SnapshotNode(Snapshot snapshot) implements CaseNode {
    }

    record ComparisonNode(Comparison comparison) implements CaseNode {
    }
}
