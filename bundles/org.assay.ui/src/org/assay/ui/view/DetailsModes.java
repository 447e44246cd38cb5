package org.assay.ui.view;

import java.util.function.Consumer;

import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.DetailsMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The buttons that choose what of a change is held against each other, and a note on how it was read. */
final class DetailsModes {

    private final Composite bar;
    private final Label note;

    DetailsModes(Composite parent, Consumer<DetailsMode> chosen) {
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 0;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ToolBar buttons = new ToolBar(bar, SWT.FLAT);
        for (DetailsMode mode : DetailsMode.values()) {
            ToolItem button = new ToolItem(buttons, SWT.RADIO);
            button.setText("  " + mode.label() + "  ");
            button.setSelection(mode == DetailsMode.FIELDS);
            button.addListener(SWT.Selection, _ -> {
                if (button.getSelection()) {
                    chosen.accept(mode);
                }
            });
        }
        note = new Label(bar, SWT.NONE);
        note.setForeground(Palette.current().ink(Tint.QUIET));
        note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    void say(String text) {
        note.setText(text.replace("&", "&&"));
        note.setToolTipText(text.replace("&", "&&"));
    }

    void setVisible(boolean visible) {
        bar.setVisible(visible);
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.getParent().layout();
    }
}
