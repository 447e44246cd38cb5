package org.assay.ui.grid;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.StructuralRefreshCommand;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ResizeColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.LayerUtil;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;

/** Shows a {@link TablePresenter}: only the cells in view are asked for, and whole rows are selected. */
public final class Grid<T> {

    private static final int ROW_PIXELS = 24;
    /** More rows than these are filtered and sorted in the background: so many take about ten milliseconds. */
    private static final int MANY_ROWS = 10_000;

    private final TablePresenter<T> presenter;
    private final ResizeColumnHideShowLayer columns;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final NatTable table;
    private final Optional<HeaderMenu> headerMenu;
    private Runnable selected = () -> { };
    private Runnable arranged = () -> { };
    private Consumer<Set<Integer>> chosen = _ -> { };
    private boolean silent;
    private boolean advancing;

    private Grid(Composite parent, TablePresenter<T> presenter, boolean sortable) {
        this.presenter = presenter;
        DataLayer body = body();
        columns = new ResizeColumnHideShowLayer(body, body);
        selection = new SelectionLayer(columns, false);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        viewport = new ViewportLayer(selection);
        viewport.setRegionName(GridRegion.BODY);
        CompositeLayer layers = new CompositeLayer(1, 2);
        ConfigRegistry registry = new ConfigRegistry();
        Optional<GridHeader> header = sortable ? Optional.of(new GridHeader(presenter, viewport, selection, registry, ROW_PIXELS + 2,
                this::reorderAndTell)) : Optional.empty();
        layers.setChildLayer(GridRegion.COLUMN_HEADER, header.map(GridHeader::layer).orElseGet(this::plainHeader), 0, 0);
        layers.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, layers, false);
        table.setConfigRegistry(registry);
        table.addConfiguration(new GridStyle());
        table.addConfiguration(new RowOnlySelectionBindings());
        if (sortable) {
            table.addConfiguration(new SingleClickSortConfiguration(GridStyle.header()));
            table.addConfiguration(new GridFilterStyle());
        }
        table.configure();
        table.setBackground(Palette.current().page());
        table.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !silent) {
                selected.run();
            }
        });
        new GridTooltip(table);
        headerMenu = header.map(titles -> new HeaderMenu(table, presenter, titles, columns, () -> chosen.accept(hiddenColumns())));
        headerMenu.ifPresent(HeaderMenu::install);
        presenter.arrangedBy(this::arrange);
    }

    /** A grid that is sorted by a click on a header. */
    public static <T> Grid<T> sortable(Composite parent, TablePresenter<T> presenter) {
        return new Grid<>(parent, presenter, true);
    }

    /** A grid whose rows stay as they are. */
    public static <T> Grid<T> plain(Composite parent, TablePresenter<T> presenter) {
        return new Grid<>(parent, presenter, false);
    }

    private DataLayer body() {
        GridCells cells = new GridCells(presenter);
        DataLayer body = new DataLayer(cells);
        body.setConfigLabelAccumulator(cells);
        body.setDefaultRowHeight(ROW_PIXELS);
        int stretching = presenter.columns().stream().filter(GridColumn::stretches).mapToInt(GridColumn::width).sum();
        for (int at = 0; at < presenter.columns().size(); at++) {
            GridColumn<T> column = presenter.columns().get(at);
            if (column.stretches()) {
                body.setColumnWidthPercentageByPosition(at, 100.0 * column.width() / stretching);
                body.setMinColumnWidth(at, column.width());
            } else {
                body.setColumnWidthByPosition(at, column.width());
            }
        }
        return body;
    }

    private ILayer plainHeader() {
        DataLayer titles = new DataLayer(GridHeader.titles(presenter));
        titles.setDefaultRowHeight(ROW_PIXELS + 2);
        return new ColumnHeaderLayer(titles, viewport, selection);
    }

    /** What a right click on the titles offers, in a grid that is sorted by them. */
    Optional<Menu> headerMenu() {
        return headerMenu.map(HeaderMenu::create);
    }

    /** Hides these columns alone, and calls {@code listener} from now on after the user chose others, with those that are hidden. */
    public void hideColumns(Set<Integer> hidden, Consumer<Set<Integer>> listener) {
        columns.showAllColumns();
        columns.hideColumnIndexes(hidden.stream().filter(column -> column >= 0 && column < presenter.columns().size()).toList());
        chosen = listener;
    }

    private Set<Integer> hiddenColumns() {
        return new TreeSet<>(columns.getHiddenColumnIndexes());
    }

    public Control control() {
        return table;
    }

    /** Calls {@code listener} from now on after the user selected other rows, or sorted or filtered selected rows away. */
    public void onSelect(Runnable listener) {
        selected = listener;
    }

    /** Opens this menu on a right click, after selecting the row below the mouse if it is not selected already. */
    public void menu(MenuManager menu) {
        table.addListener(SWT.MouseDown, this::selectForMenu);
        table.setMenu(menu.createContextMenu(table));
    }

    private void selectForMenu(Event event) {
        LabelStack region = table.getRegionLabelsByXY(event.x, event.y);
        int row = LayerUtil.convertRowPosition(table, table.getRowPositionByY(event.y), selection);
        boolean onRow = region != null && region.hasLabel(GridRegion.BODY) && row >= 0 && row < presenter.rowCount();
        if (event.button == 3 && onRow && !selection.isRowPositionSelected(row)) {
            selection.selectRow(0, row, false, false);
        }
    }

    /** The visible rows that are selected, from the top. */
    public int[] selectedRows() {
        return selection.getSelectedRowPositions().stream().flatMap(range -> range.getMembers().stream()).mapToInt(Integer::intValue)
                .filter(row -> row < presenter.rowCount()).sorted().toArray();
    }

    /** Selects this row alone and brings it into view, or nothing; listeners are not told. */
    public void select(OptionalInt row) {
        silent = true;
        try {
            selection.clear();
            row.ifPresent(position -> selection.selectRow(0, position, false, false));
        } finally {
            silent = false;
        }
    }

    /** Calls {@code listener} from now on after the grid itself filtered or sorted its rows, or had it done in the background. */
    public void onArranged(Runnable listener) {
        arranged = listener;
    }

    private void arrange(int rows, Supplier<int[]> order, Consumer<int[]> done) {
        if (rows <= MANY_ROWS) {
            done.accept(order.get());
            return;
        }
        Display display = table.getDisplay();
        Job job = Job.createSystem("arrange", _ -> {
            int[] worked = order.get();
            display.asyncExec(() -> {
                if (!table.isDisposed()) {
                    reorderAndTell(() -> done.accept(worked));
                    advancing = false;
                }
            });
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private void reorderAndTell(Runnable change) {
        reorder(change);
        arranged.run();
    }

    /** Runs what changes which rows are visible or where, and keeps a single selected row selected while it is visible. */
    public void reorder(Runnable change) {
        int[] before = selectedRows();
        Optional<T> kept = before.length == 1 ? Optional.of(presenter.row(before[0])) : Optional.empty();
        change.run();
        refresh();
        OptionalInt found = kept.map(row -> presenter.find(other -> other == row)).orElse(OptionalInt.empty());
        select(found.isEmpty() && advancing && before.length > 0 && presenter.rowCount() > 0
                ? OptionalInt.of(Math.min(before[0], presenter.rowCount() - 1)) : found);
        if (before.length > 0) {
            selected.run();
        }
    }

    /** The same, but where the selected rows go away, the one that takes the place of the first is selected. */
    public void advance(Runnable change) {
        advancing = true;
        reorder(change);
        advancing = presenter.allRows() > MANY_ROWS;
    }

    /** Shows the presenter's rows as they are now, when their number or order may be another; nothing is selected. */
    public void refresh() {
        silent = true;
        try {
            selection.clear();
            table.doCommand(new StructuralRefreshCommand());
            table.redraw();
        } finally {
            silent = false;
        }
    }

    /** Shows other rows: as {@link #refresh}, from the first one on. */
    public void showFirst() {
        viewport.setOriginY(0);
        refresh();
    }

    /** Shows the presenter's rows as they are now, when only what they say may be another. */
    public void redraw() {
        table.redraw();
    }
}
