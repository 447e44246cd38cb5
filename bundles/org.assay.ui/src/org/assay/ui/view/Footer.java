package org.assay.ui.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** One line below a grid that says what it shows. */
final class Footer {

    private final Text text;

    Footer(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(new GridLayout());
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text = new Text(box, SWT.READ_ONLY);
        text.setBackground(box.getBackground());
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    void show(String line) {
        text.setText(line);
    }
}
