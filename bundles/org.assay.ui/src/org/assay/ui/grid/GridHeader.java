package org.assay.ui.grid;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.filterrow.command.ClearAllFiltersCommand;
import org.eclipse.nebula.widgets.nattable.grid.data.DummyColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;

/** The titles of a grid's columns, by which it is sorted, and below them the fields that filter by column, while they are asked for. */
final class GridHeader {

    private final TablePresenter<?> presenter;
    private final FilterRowHeaderComposite<?> layer;

    /**
     * @param body what the header moves with
     * @param height of the titles in pixels
     * @param reorder runs what filters or sorts
     */
    GridHeader(TablePresenter<?> presenter, ILayer body, SelectionLayer selection, IConfigRegistry registry, int height,
            GridReorder reorder) {
        this.presenter = presenter;
        DataLayer titles = new DataLayer(titles());
        titles.setDefaultRowHeight(height);
        ColumnHeaderLayer header = new ColumnHeaderLayer(titles, body, selection);
        GridSort sort = new GridSort(presenter, sorting -> reorder.run(() -> presenter.sort(sorting)));
        ILayer sorted = new SortHeaderLayer<>(header, sort, false);
        layer = new FilterRowHeaderComposite<>(asked -> reorder.run(() -> presenter.filterCells(texts(asked))), sorted, titles(), registry);
        layer.setFilterRowVisible(false);
        layer.getFilterRowDataLayer().setDefaultRowHeight(height);
        layer.addConfiguration(new DefaultEditConfiguration());
    }

    private static Map<Integer, String> texts(Map<Integer, Object> asked) {
        Map<Integer, String> texts = new TreeMap<>();
        asked.forEach((column, text) -> texts.put(column, String.valueOf(text)));
        return texts;
    }

    private IDataProvider titles() {
        return titles(presenter);
    }

    /** The titles of a table's columns as NatTable asks for them. */
    static IDataProvider titles(TablePresenter<?> presenter) {
        return new DummyColumnHeaderDataProvider(new GridCells(presenter)) {
            @Override
            public Object getDataValue(int column, int row) {
                return presenter.columns().get(column).title();
            }
        };
    }

    ILayer layer() {
        return layer;
    }

    /** Filters no longer by this column. */
    void clear(int column) {
        layer.getFilterRowDataLayer().getFilterRowDataProvider().setDataValue(column, 0, null);
    }

    boolean isFiltering() {
        return layer.isFilterRowVisible();
    }

    /** Shows the fields that filter by column, or takes them away with what they filter by. */
    void filter(boolean requested) {
        if (!requested) {
            layer.doCommand(new ClearAllFiltersCommand());
        }
        layer.setFilterRowVisible(requested);
    }
}
