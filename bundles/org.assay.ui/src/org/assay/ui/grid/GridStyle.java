package org.assay.ui.grid;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortIconPainter;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;

/** How a grid's cells look. */
final class GridStyle extends AbstractRegistryConfiguration {

    private static final int PADDING_PIXELS = 6;

    private final Palette palette = Palette.current();

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DefaultDisplayConverter());
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, palette.line());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new TextPainter()));
        Style plain = style(palette.text(), palette.page(), JFaceResources.getDefaultFont());
        plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        plain.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(Palette.WHITE, palette.selected()), DisplayMode.SELECT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new PathPainter()), DisplayMode.NORMAL,
                GridCells.cellLabel(Tint.PATH));
        configureHeader(registry);
        for (Tint tint : Tint.values()) {
            configureTint(registry, tint);
        }
    }

    private void configureHeader(IConfigRegistry registry) {
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, header(), DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        Style header = style(palette.text(), palette.header(), bold());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, header, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, header, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
    }

    private void configureTint(IConfigRegistry registry, Tint tint) {
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(palette.text(), palette.paper(tint)), DisplayMode.NORMAL,
                GridCells.rowLabel(tint));
        Style cell = new Style();
        if (Palette.isStrong(tint)) {
            cell = style(Palette.WHITE, palette.paper(tint), bold());
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cell, DisplayMode.SELECT, GridCells.cellLabel(tint));
        } else if (palette.paper(tint).equals(palette.page())) {
            cell.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, palette.ink(tint));
            cell.setAttributeValue(CellStyleAttributes.FONT, font(tint));
        } else {
            cell = style(palette.ink(tint), palette.paper(tint), bold());
        }
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cell, DisplayMode.NORMAL, GridCells.cellLabel(tint));
    }

    /** A header that shows by which column and in which direction the rows are sorted. */
    static ICellPainter header() {
        return padded(new SortableHeaderTextPainter(new TextPainter(), CellEdgeEnum.RIGHT,
                new SortIconPainter(false, Palette.current() == Palette.DARK), false, 0, false));
    }

    private static ICellPainter padded(ICellPainter painter) {
        return new PaddingDecorator(painter, 0, PADDING_PIXELS, 0, PADDING_PIXELS);
    }

    private static Font font(Tint tint) {
        return switch (tint) {
            case HIGH -> bold();
            case CODE -> JFaceResources.getTextFont();
            case NONE, QUIET, PATH, ADDED, MODIFIED, REMOVED, MOVED, MEDIUM, QUARANTINE, REPAIR, ACCEPT, INVESTIGATE ->
                    JFaceResources.getDefaultFont();
        };
    }

    private static Font bold() {
        return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
    }

    private static Style style(Color ink, Color paper) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, ink);
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, paper);
        return style;
    }

    private static Style style(Color ink, Color paper, Font font) {
        Style style = style(ink, paper);
        style.setAttributeValue(CellStyleAttributes.FONT, font);
        return style;
    }
}
