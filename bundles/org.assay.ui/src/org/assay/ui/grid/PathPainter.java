package org.assay.ui.grid;

import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.swt.graphics.GC;

/** Draws a path that does not fit its cell with the middle left out. */
final class PathPainter extends TextPainter {

    @Override
    protected String getTextToDisplay(ILayerCell cell, GC gc, int availableLength, String text) {
        return MiddleCut.fit(text, availableLength, part -> gc.textExtent(part).x);
    }
}
