package org.assay.ui.grid;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.widgets.Event;

/** Shows the whole text of the cell below the mouse; an ampersand in it is text, not the mark of a key. */
final class GridTooltip extends NatTableContentTooltip {

    GridTooltip(NatTable table) {
        super(table, GridRegion.BODY);
    }

    @Override
    protected String getText(Event event) {
        String text = super.getText(event);
        return text == null ? null : LegacyActionTools.escapeMnemonics(text);
    }
}
