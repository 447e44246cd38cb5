package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A coloured line across a view with a button behind it; there only while it has something to say. */
final class Band {

    private final Composite box;
    private final Label label;

    Band(Composite parent, Color paper, String button, Runnable pressed) {
        box = new Composite(parent, SWT.NONE);
        box.setLayout(new GridLayout(2, false));
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.setBackground(paper);
        box.setBackgroundMode(SWT.INHERIT_DEFAULT);
        label = new Label(box, SWT.WRAP);
        label.setForeground(Palette.current().text());
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button more = new Button(box, SWT.PUSH);
        more.setText(button);
        more.addListener(SWT.Selection, _ -> pressed.run());
        say("");
    }

    /** Shows this, or goes away where it is empty. */
    void say(String text) {
        label.setText(text.replace("&", "&&"));
        box.setVisible(!text.isEmpty());
        ((GridData) box.getLayoutData()).exclude = text.isEmpty();
        box.getParent().layout(true, true);
    }
}
