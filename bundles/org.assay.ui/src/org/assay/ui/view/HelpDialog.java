package org.assay.ui.view;

import org.assay.ui.presenter.HelpPresenter;
import org.assay.ui.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;

/** The help, beside the window: its pages on the left, the chosen one on the right. */
public final class HelpDialog extends ReadingDialog {

    private final HelpPresenter presenter;
    private final HelpPresenter.Topic first;

    /** @param first the page to begin with */
    public HelpDialog(Shell shell, HelpPresenter presenter, HelpPresenter.Topic first) {
        super(shell, Texts.of("help.title"), new Point(900, 640));
        this.presenter = presenter;
        this.first = first;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        SashForm halves = new SashForm(area, SWT.HORIZONTAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        List topics = new List(halves, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        presenter.titles().forEach(topics::add);
        PagePane page = new PagePane(halves);
        topics.addListener(SWT.Selection, _ -> page.show(presenter.lines(HelpPresenter.Topic.values()[topics.getSelectionIndex()])));
        topics.select(first.ordinal());
        page.show(presenter.lines(first));
        halves.setWeights(26, 74);
        return area;
    }
}
