package org.assay.ui.view;

import java.util.List;

import org.assay.ui.grid.Grid;
import org.assay.ui.presenter.GapsPresenter;
import org.assay.ui.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Lists places that could not be read. */
final class GapsDialog extends ReadingDialog {

    private final GapsPresenter presenter = new GapsPresenter();

    GapsDialog(Shell shell, List<GapsPresenter.Row> places) {
        super(shell, Texts.of("gaps.title"), new Point(900, 420));
        presenter.show(places);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Grid.sortable(area, presenter.table()).control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return area;
    }
}
