package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.assay.ui.presenter.Incompleteness;
import org.assay.ui.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says across the top of a view why it does not show everything; there only while that is so. */
final class Banner {

    private final Composite box;
    private final Label label;
    private Incompleteness shown = Incompleteness.NONE;

    Banner(Composite parent) {
        box = new Composite(parent, SWT.NONE);
        box.setLayout(new GridLayout(2, false));
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.setBackground(Palette.WARNING);
        box.setBackgroundMode(SWT.INHERIT_DEFAULT);
        label = new Label(box, SWT.WRAP);
        label.setForeground(Palette.TEXT);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button places = new Button(box, SWT.PUSH);
        places.setText(Texts.of("gaps.show"));
        places.addListener(SWT.Selection, _ -> new GapsDialog(box.getShell(), shown.places()).open());
        show(Incompleteness.NONE);
    }

    void show(Incompleteness incompleteness) {
        shown = incompleteness;
        label.setText(String.join("\n", incompleteness.sentences()));
        box.setVisible(!incompleteness.sentences().isEmpty());
        ((GridData) box.getLayoutData()).exclude = incompleteness.sentences().isEmpty();
        box.getParent().layout(true, true);
    }
}
