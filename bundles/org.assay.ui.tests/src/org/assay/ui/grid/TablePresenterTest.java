package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TablePresenterTest {

    private static TablePresenter<String> table(List<String> rows) {
        TablePresenter<String> table = new TablePresenter<>(
                List.of(GridColumn.<String>fixed("Text", 10, text -> text, Comparator.naturalOrder()),
                        GridColumn.fixed("Length", 10, text -> Integer.toString(text.length()), Comparator.comparingInt(String::length))),
                new TablePresenter.Sorting(1, true), _ -> Tint.NONE);
        table.show(rows);
        return table;
    }

    private static List<String> visible(TablePresenter<String> table) {
        return IntStream.range(0, table.rowCount()).mapToObj(row -> table.text(row, 0)).toList();
    }

    /** A number that orders the rows and their order itself come to the same, whichever way and after whichever other column. */
    @Property(tries = 200)
    void aRankOrdersAsTheOrderDoes(@ForAll @Size(max = 40) List<@IntRange(min = -3, max = 3) Integer> numbers, @ForAll boolean descending,
            @ForAll boolean other) {
        List<GridColumn<Integer>> columns = List.of(
                GridColumn.fixed("order", 1, String::valueOf, Comparator.<Integer>naturalOrder()),
                GridColumn.ranked("rank", 1, String::valueOf, number -> number),
                GridColumn.ranked("odd", 1, String::valueOf, number -> number & 1));
        List<TablePresenter.Sorting> first = List.of(new TablePresenter.Sorting(2, other));
        TablePresenter<Integer> ordered = new TablePresenter<>(columns, new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
        TablePresenter<Integer> ranked = new TablePresenter<>(columns, new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
        ordered.show(numbers);
        ranked.show(numbers);

        ordered.sort(List.of(first.getFirst(), new TablePresenter.Sorting(0, descending)));
        ranked.sort(List.of(first.getFirst(), new TablePresenter.Sorting(1, descending)));
        List<Integer> seen = IntStream.range(0, numbers.size()).mapToObj(ranked::row).toList();
        assertEquals(IntStream.range(0, numbers.size()).mapToObj(ordered::row).toList(), seen);
        Comparator<Integer> odd = Comparator.comparing(number -> number & 1);
        Comparator<Integer> number = Comparator.naturalOrder();
        Comparator<Integer> within = descending ? number.reversed() : number;
        assertEquals(numbers.stream().sorted((other ? odd.reversed() : odd).thenComparing(within)).toList(), seen);
    }

    @Test
    void equalRowsStayInTheOrderGivenWhicheverWayIsSorted() {
        TablePresenter<String> table = table(List.of("bb", "c", "aa", "d"));

        assertEquals(List.of("bb", "aa", "c", "d"), visible(table));
        table.sort(List.of(new TablePresenter.Sorting(1, false)));
        assertEquals(List.of("c", "d", "bb", "aa"), visible(table));
        table.sort(List.of(new TablePresenter.Sorting(0, false)));
        assertEquals(List.of("aa", "bb", "c", "d"), visible(table));
    }

    @Test
    void filteredRowsAreNeitherCountedNorFound() {
        TablePresenter<String> table = table(List.of("bb", "c", "aa", "d"));

        table.filter(text -> text.length() == 1);

        assertEquals(List.of("c", "d"), visible(table));
        assertEquals(2, table.rowCount());
        assertEquals(4, table.allRows());
        assertEquals(OptionalInt.empty(), table.find("aa"::equals));
        assertEquals(OptionalInt.of(1), table.find("d"::equals));
        assertThrows(IndexOutOfBoundsException.class, () -> table.row(2));
    }

    @Test
    void theFilterStaysWhenOtherRowsAreShown() {
        TablePresenter<String> table = table(List.of("aa"));
        table.filter(text -> text.length() == 1);

        table.show(List.of("bb", "e"));

        assertEquals(List.of("e"), visible(table));
    }

    @Test
    void aRowThatIsReplacedShowsAtOnce() {
        List<String> rows = new ArrayList<>(List.of("aa", "bb"));
        TablePresenter<String> table = table(rows);

        rows.set(1, "cc");

        assertEquals(List.of("aa", "cc"), visible(table));
    }

    @Test
    void untilTheLastQuestionIsAnsweredTheRowsStayThatWereVisible() {
        TablePresenter<String> table = table(List.of("bb", "c", "aa", "d"));
        List<Runnable> answers = new ArrayList<>();
        table.arrangedBy((rows, order, done) -> answers.add(() -> done.accept(order.get())));

        table.filter(text -> text.length() == 1);
        table.filterCells(Map.of(0, "d"));
        assertEquals(List.of("bb", "aa", "c", "d"), visible(table));
        answers.get(1).run();
        assertEquals(List.of("d"), visible(table));
        answers.get(0).run();
        assertEquals(List.of("d"), visible(table), "nobody waits for the first any more");
    }

    @Test
    void otherRowsAreNeverShownInTheOrderOfThoseBefore() {
        TablePresenter<String> table = table(List.of("bb", "c", "aa", "d"));
        table.arrangedBy((rows, order, done) -> { });

        table.show(List.of("e"));

        assertEquals(List.of(), visible(table));
    }

    @Test
    void aMillionRowsAreNotCopied() {
        TablePresenter<String> table = table(new AbstractList<>() {
            @Override
            public String get(int index) {
                return Integer.toString(index);
            }

            @Override
            public int size() {
                return 1_000_000;
            }
        });

        assertEquals(1_000_000, table.rowCount());
        assertTrue(table.row(0).length() == 6 && table.row(999_999).equals("9"), "the longest first, equals in their order");
    }

    @Test
    void visibleRowsAreWrittenAsLinesAndAsCsv() {
        TablePresenter<String> table = table(List.of("bb", "=1+1", "a\"b"));
        table.filter(text -> text.length() > 2);

        assertEquals("=1+1\t4\na\"b\t3", table.lines(0, 1));
        List<String> csv = new ArrayList<>();
        table.csv().forEach(csv::add);
        assertEquals(List.of("\"Text\",\"Length\"\r\n", "\"'=1+1\",\"4\"\r\n", "\"a\"\"b\",\"3\"\r\n"), csv,
                "no spreadsheet calculates it");
    }
}
