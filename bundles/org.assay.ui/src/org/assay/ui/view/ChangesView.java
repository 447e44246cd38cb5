package org.assay.ui.view;

import java.util.List;
import java.util.OptionalInt;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.ChangesPresenter;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Selection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The changes of the shown comparison. */
public final class ChangesView extends ViewPart {

    private final ChangesPresenter presenter = new ChangesPresenter();
    private OpenCase openCase;
    private Runnable stopListening = () -> { };
    private Banner banner;
    private Grid<?> grid;
    private Footer footer;

    @Override
    public void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        parent.setLayout(Layouts.stacked());
        banner = new Banner(parent);
        grid = Grid.sortable(parent, presenter.table());
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer = new Footer(parent);
        new ChangeFilterBar(parent, presenter, grid, this::showSummary);
        grid.onSelect(() -> openCase.select(Selection.of(presenter.numbers(grid.selectedRows()))));
        GridKeys.install(grid.control(), getSite());
        GridMenu.install(grid, getSite());
        stopListening = openCase.listen(this::changed);
        showComparison();
    }

    private void changed(CaseAspect aspect) {
        switch (aspect) {
            case COMPARISON -> showComparison();
            case TAGS -> showTags();
            case SELECTION -> showSelection();
            case CASE, CONTENTS, SNAPSHOT -> { }
        }
    }

    private void showComparison() {
        presenter.show(openCase.shown());
        showSummary();
        grid.showFirst();
    }

    private void showSummary() {
        banner.show(presenter.incompleteness());
        footer.show(presenter.summary());
    }

    /** Where tagging made the row go away, the row that took its place is the next to decide on. */
    private void showTags() {
        int[] rows = grid.selectedRows();
        int visible = presenter.table().rowCount();
        presenter.tagsChanged();
        if (presenter.table().rowCount() == visible) {
            grid.redraw();
        } else {
            grid.refresh();
            if (rows.length > 0) {
                int next = Math.min(rows[0], presenter.table().rowCount() - 1);
                openCase.select(Selection.of(next < 0 ? List.of() : presenter.numbers(next)));
            }
        }
        footer.show(presenter.summary());
    }

    private void showSelection() {
        List<Integer> wanted = openCase.selection().changes();
        if (!presenter.numbers(grid.selectedRows()).equals(wanted)) {
            grid.select(wanted.isEmpty() ? OptionalInt.empty() : presenter.rowOf(wanted.getFirst()));
        }
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }
}
