package org.assay.ui;

import org.eclipse.swt.layout.GridLayout;

/** Layouts that more than one view uses. */
final class Layouts {

    private Layouts() {
    }

    /** One thing below the other, without margins. */
    static GridLayout stacked() {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }
}
