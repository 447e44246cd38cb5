package org.assay.ui.view;

import java.util.List;

import org.assay.ui.text.Texts;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** What the workbench logged of errors, the last lines in view. */
public final class LogDialog extends ReadingDialog {

    private final List<String> lines;

    public LogDialog(Shell shell, List<String> lines) {
        super(shell, Texts.of("log.title"), new Point(900, 560));
        this.lines = lines;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.setText(lines.isEmpty() ? Texts.of("log.none") : String.join("\n", lines));
        text.setSelection(text.getCharCount());
        return area;
    }
}
