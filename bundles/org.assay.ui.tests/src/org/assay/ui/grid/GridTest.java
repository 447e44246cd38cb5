package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.assay.ui.Displays;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.edit.command.UpdateDataCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GridTest {

    private static final int MANY = 30_000;

    private final TablePresenter<Integer> table = new TablePresenter<>(List.of(
            GridColumn.ranked("Number", 80, String::valueOf, number -> number),
            GridColumn.ranked("Backwards", 80, number -> Integer.toString(MANY - number), number -> -number),
            GridColumn.<Integer>stretching("Text", 100, number -> "number " + number).ordered(Comparator.naturalOrder())),
            new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
    private Display display;
    private Shell shell;

    @BeforeEach
    void openAShell() {
        Displays.assumeOne();
        DeviceData data = new DeviceData();
        data.tracking = true;
        display = new Display(data);
        shell = shell();
    }

    private Shell shell() {
        Shell opened = new Shell(display);
        opened.setLayout(new FillLayout());
        opened.setSize(600, 400);
        opened.open();
        return opened;
    }

    @AfterEach
    void closeTheDisplay() {
        if (display != null) {
            display.dispose();
        }
    }

    private Grid<Integer> grid() {
        Grid<Integer> grid = Grid.sortable(shell, table);
        shell.layout();
        return grid;
    }

    private void await(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private void show(int rows) {
        table.show(IntStream.range(0, rows).boxed().toList());
        await(() -> table.rowCount() == rows);
    }

    @Test
    void manyRowsAreFilteredWhileTheUserGoesOn() {
        Grid<Integer> grid = grid();
        show(MANY);
        List<Integer> arranged = new ArrayList<>();
        grid.onArranged(() -> arranged.add(table.rowCount()));
        grid.select(OptionalInt.of(8));
        CountDownLatch goneOn = new CountDownLatch(1);

        grid.reorder(() -> table.filter(number -> awaited(goneOn) && number % 4 == 0));
        assertEquals(MANY, table.rowCount(), "the rows stay that were");
        assertArrayEquals(new int[] {8}, grid.selectedRows());
        goneOn.countDown();
        await(() -> !arranged.isEmpty());

        assertEquals(List.of(MANY / 4), arranged);
        assertArrayEquals(new int[] {2}, grid.selectedRows(), "the same row, at its new place");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereARowGoesTheNextIsSelectedHoweverManyThereAre() {
        for (int rows : new int[] {20, MANY}) {
            Grid<Integer> grid = grid();
            table.filter(_ -> true);
            show(rows);
            grid.select(OptionalInt.of(8));

            grid.advance(() -> table.filter(number -> number != 8));
            await(() -> table.rowCount() == rows - 1);

            assertArrayEquals(new int[] {8}, grid.selectedRows());
            assertEquals(9, table.row(8));
        }
    }

    @Test
    void columnsAreChosenByTheMenuOfTheTitles() {
        Grid<Integer> grid = grid();
        show(20);
        NatTable widget = (NatTable) grid.control();
        List<Set<Integer>> chosen = new ArrayList<>();
        grid.hideColumns(Set.of(1, 99), chosen::add);
        assertEquals(List.of(0), IntStream.range(0, 3).map(widget::getColumnWidthByPosition).filter(width -> width == 0).boxed().toList());

        press(grid, "Backwards");
        press(grid, "Number");

        assertEquals(List.of(Set.of(), Set.of(0)), chosen);
        assertEquals(0, widget.getColumnWidthByPosition(0));
        assertTrue(widget.getColumnWidthByPosition(1) > 0);
    }

    @Test
    void rowsAreFilteredByWhatIsWrittenBelowTheTitles() {
        Grid<Integer> grid = grid();
        show(20);
        NatTable widget = (NatTable) grid.control();
        await(() -> widget.getRowCount() > 3);
        press(grid, "Filter by Column");
        assertNull(widget.getDataValueByPosition(2, 1), "a field without text");

        write(widget, "er 1");
        assertEquals(11, table.rowCount());
        press(grid, "Text");
        assertEquals(20, table.rowCount(), "what is not seen filters no more");
        write(widget, "er 1");
        press(grid, "Filter by Column");
        assertEquals(20, table.rowCount());
    }

    /** Writes into the field below the title of the column of texts. */
    private static void write(NatTable widget, String text) {
        widget.doCommand(new UpdateDataCommand(widget, 2, 1, text));
    }

    /** Chooses this from the menu of the titles. */
    private static void press(Grid<?> grid, String text) {
        Menu menu = grid.headerMenu().orElseThrow();
        MenuItem item = Arrays.stream(menu.getItems()).filter(one -> one.getText().equals(text)).findFirst().orElseThrow();
        item.setSelection(!item.getSelection());
        item.notifyListeners(SWT.Selection, new Event());
        menu.dispose();
    }

    @Test
    void gridsThatWereClosedHoldNothingOfTheSystem() {
        int before = 0;
        for (int time = 0; time < 100; time++) {
            grid();
            show(20);
            shell.update();
            await(() -> !display.readAndDispatch());
            shell.dispose();
            shell = shell();
            if (time == 5) {
                before = display.getDeviceData().objects.length;
            }
        }
        assertEquals(before, display.getDeviceData().objects.length, "fonts, colours, images and cursors");
    }
}
