package org.assay.ui.view;

import org.assay.ui.presenter.FindingPresenter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Shows what a finding means, beside the window, so that the next change can be looked at with the page in view. */
final class FindingDialog extends ReadingDialog {

    private final FindingPresenter presenter;

    FindingDialog(Shell shell, FindingPresenter presenter) {
        super(shell, presenter.title(), new Point(760, 720));
        this.presenter = presenter;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        PagePane text = new PagePane(area);
        text.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.show(presenter.lines());
        return area;
    }
}
