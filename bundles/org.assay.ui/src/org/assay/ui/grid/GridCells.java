package org.assay.ui.grid;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;

/** Gives NatTable the cells of a {@link TablePresenter} one by one, as they come into view. */
final class GridCells implements IDataProvider, IConfigLabelAccumulator {

    private final TablePresenter<?> presenter;

    GridCells(TablePresenter<?> presenter) {
        this.presenter = presenter;
    }

    /** The label under which {@link GridStyle} finds a cell's own style. */
    static String cellLabel(Tint tint) {
        return "cell-" + tint;
    }

    /** The label under which {@link GridStyle} finds a row's style. */
    static String rowLabel(Tint tint) {
        return "row-" + tint;
    }

    @Override
    public Object getDataValue(int column, int row) {
        return presenter.text(row, column);
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException("cells are read-only");
    }

    @Override
    public int getColumnCount() {
        return presenter.columns().size();
    }

    @Override
    public int getRowCount() {
        return presenter.rowCount();
    }

    @Override
    public void accumulateConfigLabels(LabelStack labels, int column, int row) {
        if (row >= presenter.rowCount()) {
            return;
        }
        Tint cell = presenter.cellTint(row, column);
        if (cell != Tint.NONE) {
            labels.addLabel(cellLabel(cell));
        }
        labels.addLabel(rowLabel(presenter.rowTint(row)));
    }
}
