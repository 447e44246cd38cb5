package org.assay.ui;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** The first link to a finding's page that the workbench shows, as a mouse and a keyboard use it. */
record FindingLink(RunningWorkbench workbench, StyledText text, StyleRange range) {

    static FindingLink first(RunningWorkbench workbench) {
        return workbench.onUi(() -> workbench.controls(StyledText.class).flatMap(text -> Arrays.stream(text.getStyleRanges())
                .filter(range -> range.data != null).map(range -> new FindingLink(workbench, text, range))).findFirst().orElseThrow());
    }

    void click() {
        workbench.doOnUi(() -> {
            Point at = text.getLocationAtOffset(range.start + 1);
            Event click = new Event();
            click.button = 1;
            click.x = at.x;
            click.y = at.y + text.getLineHeight() / 2;
            text.notifyListeners(SWT.MouseUp, click);
        });
    }

    /** What is selected after Tab was pressed. */
    String tab() {
        return workbench.onUi(() -> {
            text.setFocus();
            text.traverse(SWT.TRAVERSE_TAB_NEXT);
            return text.getSelectionText();
        });
    }

    void enter() {
        workbench.doOnUi(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            text.notifyListeners(SWT.KeyDown, enter);
        });
    }

    /** The page, when it is open. */
    Shell page() {
        return workbench.await("the page of the finding", () -> Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().endsWith("(" + range.data + ")") && shell.isVisible()).findFirst());
    }
}
