package org.assay.ui.grid;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** Lets NatTable's header show and choose a {@link TablePresenter}'s order: one column, ascending or descending. */
final class GridSort implements ISortModel {

    private final TablePresenter<?> presenter;
    private final Consumer<TablePresenter.Sorting> sort;

    GridSort(TablePresenter<?> presenter, Consumer<TablePresenter.Sorting> sort) {
        this.presenter = presenter;
        this.sort = sort;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return List.of(presenter.sorting().column());
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return presenter.sorting().column() == column;
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        if (!isColumnIndexSorted(column)) {
            return SortDirectionEnum.NONE;
        }
        return presenter.sorting().descending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int column) {
        return isColumnIndexSorted(column) ? 0 : -1;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int column) {
        return List.of(getColumnComparator(column));
    }

    @Override
    public Comparator<?> getColumnComparator(int column) {
        return presenter.columns().get(column).order();
    }

    /** There is always an order: a third click, which would take it away, sorts ascending again. */
    @Override
    public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
        sort.accept(new TablePresenter.Sorting(column, direction == SortDirectionEnum.DESC));
    }

    @Override
    public void clear() {
        sort.accept(new TablePresenter.Sorting(0, false));
    }
}
