package org.assay.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A warning across the top of a view, there only while there is something to warn of. */
final class Banner {

    private final Composite box;
    private final Label label;

    Banner(Composite parent, String button, Runnable pressed) {
        box = new Composite(parent, SWT.NONE);
        box.setLayout(new GridLayout(2, false));
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.setBackground(Palette.WARNING);
        box.setBackgroundMode(SWT.INHERIT_DEFAULT);
        label = new Label(box, SWT.WRAP);
        label.setForeground(Palette.TEXT);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button show = new Button(box, SWT.PUSH);
        show.setText(button);
        show.addListener(SWT.Selection, _ -> pressed.run());
        show(Optional.empty());
    }

    void show(Optional<String> warning) {
        label.setText(warning.orElse(""));
        box.setVisible(warning.isPresent());
        ((GridData) box.getLayoutData()).exclude = warning.isEmpty();
        box.getParent().layout(true, true);
    }
}
