package org.assay.ui.view;

import java.util.Set;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.ComparisonPresenter;
import org.assay.ui.work.CaseAspect;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/**
 * A part of the shown comparison as a grid, with a band above that says what is missing in it and a line below that says how much it is.
 */
public abstract class ComparisonView extends OpenCaseView {

    private final ComparisonPresenter presenter;
    private Banner banner;
    private Grid<?> grid;
    private Footer footer;

    ComparisonView(ComparisonPresenter presenter) {
        this.presenter = presenter;
    }

    @Override
    final void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        banner = new Banner(parent);
        createAbove(parent);
        grid = Grid.sortable(parent, presenter.table());
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer = new Footer(parent);
        createBelow(parent);
        grid.onSelect(() -> selected(grid.selectedRows()));
        grid.onArranged(this::showCount);
        rememberColumns(grid, "", Set.of());
        GridKeys.install(grid.control(), getSite());
        GridMenu.install(grid, getSite());
    }

    @Override
    final void begin(Composite parent) {
        showComparison();
    }

    @Override
    final void changed(CaseAspect aspect) {
        if (aspect == CaseAspect.COMPARISON) {
            showComparison();
        } else {
            follow(aspect);
        }
    }

    /** Makes what stands between the band and the grid. */
    void createAbove(Composite parent) {
    }

    /** Makes what stands below all. */
    void createBelow(Composite parent) {
    }

    /** The user selected these rows. */
    abstract void selected(int... rows);

    /** Something else than the comparison is another now. */
    abstract void follow(CaseAspect aspect);

    final void showComparison() {
        presenter.show(openCase().shown());
        showSummary();
        grid.showFirst();
    }

    final void showSummary() {
        banner.show(presenter.incompleteness());
        showCount();
    }

    final void showCount() {
        footer.show(presenter.summary());
    }

    /** What the selected rows say: a line each, cells apart by tabs. */
    public final String selectedText() {
        return presenter.table().lines(grid.selectedRows());
    }

    /** What is shown as CSV, see {@link org.assay.ui.grid.TablePresenter#csv}. */
    public final Iterable<String> csv() {
        return presenter.table().csv();
    }

    final Grid<?> grid() {
        return grid;
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
