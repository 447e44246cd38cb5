package org.assay.ui.presenter;

import java.util.Optional;

import org.assay.ui.grid.TablePresenter;
import org.assay.ui.work.ShownComparison;

/** A part of a comparison as a table. */
public interface ComparisonPresenter {

    /** Its rows. */
    TablePresenter<?> table();

    /** Shows this comparison, or none. */
    void show(Optional<ShownComparison> comparison);

    /** How much is shown, for the line below. */
    String summary();

    /** Why what is shown is not everything. */
    Incompleteness incompleteness();
}
