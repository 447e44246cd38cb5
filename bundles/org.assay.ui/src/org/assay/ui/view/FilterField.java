package org.assay.ui.view;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A search field that waits until the user has stopped typing. */
final class FilterField {

    private static final int PAUSE_MILLIS = 250;

    private FilterField() {
    }

    static Text create(Composite parent, String hint, Consumer<String> requested) {
        Text field = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        field.setMessage(hint);
        field.setToolTipText(hint);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Runnable tell = () -> {
            if (!field.isDisposed()) {
                requested.accept(field.getText());
            }
        };
        field.addModifyListener(_ -> field.getDisplay().timerExec(PAUSE_MILLIS, tell));
        return field;
    }
}
