package org.assay.ui.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/**
 * Lets NatTable's header show and choose a {@link TablePresenter}'s order: a click orders by one column, one with Alt by one more for rows
 * that are equal in those before.
 */
final class GridSort implements ISortModel {

    private final TablePresenter<?> presenter;
    private final Consumer<List<TablePresenter.Sorting>> sort;

    GridSort(TablePresenter<?> presenter, Consumer<List<TablePresenter.Sorting>> sort) {
        this.presenter = presenter;
        this.sort = sort;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return presenter.sortings().stream().map(TablePresenter.Sorting::column).toList();
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return getSortOrder(column) >= 0;
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        int order = getSortOrder(column);
        if (order < 0) {
            return SortDirectionEnum.NONE;
        }
        return presenter.sortings().get(order).descending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int column) {
        return getSortedColumnIndexes().indexOf(column);
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
        TablePresenter.Sorting requested = new TablePresenter.Sorting(column, direction == SortDirectionEnum.DESC);
        List<TablePresenter.Sorting> all = new ArrayList<>(accumulate ? presenter.sortings() : List.of());
        int order = accumulate ? getSortOrder(column) : -1;
        if (order < 0) {
            all.add(requested);
        } else {
            all.set(order, requested);
        }
        sort.accept(all);
    }

    @Override
    public void clear() {
        sort.accept(List.of(new TablePresenter.Sorting(0, false)));
    }
}
