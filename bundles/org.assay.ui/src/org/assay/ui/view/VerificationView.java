package org.assay.ui.view;

import java.util.Set;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.VerificationPresenter;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What became of the decisions: each with its verdict by the last snapshot of the machine, and what is new since. */
public final class VerificationView extends OpenCaseView {

    private final VerificationPresenter presenter = new VerificationPresenter();
    private Grid<?> grid;
    private Button verify;
    private Footer footer;

    @Override
    void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        grid = Grid.sortable(parent, presenter.table());
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        grid.onArranged(() -> footer.show(presenter.summary()));
        rememberColumns(grid, "", Set.of());
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 0;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        footer = new Footer(bar);
        verify = new Button(bar, SWT.PUSH);
        verify.setText(Texts.of("verification.verify"));
        verify.addListener(SWT.Selection, _ -> CommandLink.run(getSite(), Ids.VERIFY_REMEDIATION));
    }

    @Override
    void begin(Composite parent) {
        show();
    }

    @Override
    void changed(CaseAspect aspect) {
        if (aspect == CaseAspect.VERIFICATION || aspect == CaseAspect.COMPARISON) {
            show();
        }
    }

    private void show() {
        presenter.show(openCase().verification());
        grid.showFirst();
        verify.setEnabled(openCase().shown().isPresent());
        footer.show(presenter.summary());
    }

    @Override
    public void setFocus() {
        grid.control().setFocus();
    }
}
