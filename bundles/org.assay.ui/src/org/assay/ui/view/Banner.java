package org.assay.ui.view;

import org.assay.ui.grid.Palette;
import org.assay.ui.presenter.Incompleteness;
import org.assay.ui.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** Says across the top of a view why it does not show everything; there only while that is so. */
final class Banner {

    private final Band band;
    private Incompleteness shown = Incompleteness.NONE;

    Banner(Composite parent) {
        band = new Band(parent, Palette.current().warning(), Texts.of("gaps.show"),
                () -> new GapsDialog(parent.getShell(), shown.places()).open());
    }

    void show(Incompleteness incompleteness) {
        shown = incompleteness;
        band.say(String.join("\n", incompleteness.sentences()));
    }
}
