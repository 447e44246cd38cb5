package org.assay.ui.view;

import java.util.OptionalInt;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.StartupPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.OpenCase;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The startup entries of either side of the shown comparison. */
public final class StartupView extends ViewPart {

    private final StartupPresenter presenter = new StartupPresenter();
    private OpenCase openCase;
    private Runnable stopListening = () -> { };
    private Banner banner;
    private Grid<?> grid;
    private Footer footer;
    private String text = "";
    private boolean changedOnly;

    @Override
    public void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        parent.setLayout(Layouts.stacked());
        banner = new Banner(parent);
        createFilter(parent);
        grid = Grid.sortable(parent, presenter.table());
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer = new Footer(parent);
        grid.onSelect(() -> openCase.select(presenter.selection(grid.selectedRows())));
        GridKeys.install(grid.control(), getSite());
        GridMenu.install(grid, getSite());
        stopListening = openCase.listen(this::changed);
        showComparison();
    }

    private void changed(CaseAspect aspect) {
        if (aspect == CaseAspect.COMPARISON) {
            showComparison();
        } else if (aspect == CaseAspect.SELECTION && openCase.selection().startup().isEmpty()) {
            grid.select(OptionalInt.empty());
        }
    }

    private void createFilter(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new GridLayout(2, false));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        FilterField.create(row, Texts.of("startup.filter"), entered -> {
            text = entered;
            filter();
        });
        Button changed = new Button(row, SWT.CHECK);
        changed.setText(Texts.of("startup.changed"));
        changed.addListener(SWT.Selection, _ -> {
            changedOnly = changed.getSelection();
            filter();
        });
    }

    private void filter() {
        grid.reorder(() -> presenter.filter(text, changedOnly));
        showSummary();
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
