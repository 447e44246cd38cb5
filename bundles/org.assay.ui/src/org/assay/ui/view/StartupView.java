package org.assay.ui.view;

import java.util.OptionalInt;

import org.assay.ui.presenter.StartupPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The startup entries of either side of the shown comparison. */
public final class StartupView extends ComparisonView {

    private final StartupPresenter presenter;
    private String text = "";
    private boolean changedOnly;

    public StartupView() {
        this(new StartupPresenter());
    }

    private StartupView(StartupPresenter presenter) {
        super(presenter);
        this.presenter = presenter;
    }

    @Override
    void createAbove(Composite parent) {
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

    @Override
    void selected(int... rows) {
        openCase().select(presenter.selection(rows));
    }

    @Override
    void follow(CaseAspect aspect) {
        if (aspect == CaseAspect.STORY) {
            showComparison();
        } else if (aspect == CaseAspect.SELECTION && openCase().selection().startup().isEmpty()) {
            grid().select(OptionalInt.empty());
        }
    }

    private void filter() {
        grid().reorder(() -> presenter.filter(text, changedOnly));
        showSummary();
    }
}
