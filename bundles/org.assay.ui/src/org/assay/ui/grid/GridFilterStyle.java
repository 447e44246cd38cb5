package org.assay.ui.grid;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowTextCellEditor;
import org.eclipse.nebula.widgets.nattable.filterrow.config.DefaultFilterRowConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.Style;

/** The fields that filter by column: they filter while somebody types. */
final class GridFilterStyle extends DefaultFilterRowConfiguration {

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        super.configureRegistry(registry);
        Palette palette = Palette.current();
        Style field = new Style();
        field.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, palette.text());
        field.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, palette.page());
        field.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDefaultFont());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, field, DisplayMode.NORMAL, GridRegion.FILTER_ROW);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new FilterRowTextCellEditor(), DisplayMode.NORMAL,
                GridRegion.FILTER_ROW);
    }
}
