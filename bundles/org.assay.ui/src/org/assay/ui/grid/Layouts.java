package org.assay.ui.grid;

import org.eclipse.swt.layout.GridLayout;

/** Layouts that more than one view uses. */
public final class Layouts {

    private Layouts() {
    }

    /** One thing below the other, without margins. */
    public static GridLayout stacked() {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }
}
