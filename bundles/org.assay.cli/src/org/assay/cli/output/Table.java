package org.assay.cli.output;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.assay.model.text.Visible;

/** Rows under headings, made to fit the terminal; in a pipe nothing is shortened. */
public record Table<T>(List<ListColumn<T>> allColumns, List<T> rows) {

    private static final String BETWEEN = "  ";
    private static final int NARROWEST = 12;

    /** Goes through the rows twice: for the widths, then to print. */
    public void print(Terminal terminal) {
        List<ListColumn<T>> columns = allColumns.stream().filter(column -> !column.heading().isEmpty()).toList();
        int[] widths = widths(columns, terminal.width());
        List<String> headings = columns.stream().map(ListColumn::heading).toList();
        terminal.out().print(line(columns, headings, widths, (_, heading) -> terminal.paint(Colour.BOLD, heading)));
        for (T row : rows) {
            List<String> cells = columns.stream().map(column -> cell(column, row)).toList();
            terminal.out().print(line(columns, cells, widths, (column, cell) -> terminal.paint(column.colour().apply(row), cell)));
        }
    }

    private String cell(ListColumn<T> column, T row) {
        Object value = column.value().apply(row);
        return Visible.text(Listing.text(value instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : value));
    }

    private static <T> String line(List<ListColumn<T>> columns, List<String> cells, int[] widths,
            BiFunction<ListColumn<T>, String, String> painted) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < widths.length; at++) {
            String cell = shortened(cells.get(at), widths[at], columns.get(at).cut());
            boolean last = at == widths.length - 1;
            line.append(painted.apply(columns.get(at), last ? cell : cell + " ".repeat(widths[at] - cell.length())));
            line.append(last ? "" : BETWEEN);
        }
        return line.toString().stripTrailing() + System.lineSeparator();
    }

    /** The widest cell of each column; elastic columns give way, the widest first, until the line fits. */
    private int[] widths(List<ListColumn<T>> columns, int terminal) {
        int[] widths = columns.stream().mapToInt(column -> column.heading().length()).toArray();
        for (T row : rows) {
            for (int at = 0; at < widths.length; at++) {
                widths[at] = Math.max(widths[at], cell(columns.get(at), row).length());
            }
        }
        int available = terminal - BETWEEN.length() * (widths.length - 1);
        while (terminal > 0 && IntStream.of(widths).sum() > available) {
            int widest = IntStream.range(0, widths.length)
                    .filter(at -> columns.get(at).cut() != ListColumn.Cut.NOTHING && widths[at] > NARROWEST)
                    .reduce((one, two) -> widths[one] >= widths[two] ? one : two).orElse(-1);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static String shortened(String cell, int width, ListColumn.Cut cut) {
        if (cell.length() <= width) {
            return cell;
        }
        int tail = switch (cut) {
            case NOTHING, END -> 0;
            case MIDDLE -> (width - 1) * 2 / 3;
        };
        return cell.substring(0, width - 1 - tail) + "…" + cell.substring(cell.length() - tail);
    }
}
