package org.assay.cli.output;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.assay.model.text.Visible;

/** Rows under headings, made to fit the terminal; in a pipe nothing is shortened. */
public record Table<T>(List<ListColumn<T>> allColumns, List<T> rows) {

    private static final String BETWEEN = "  ";
    private static final int NARROWEST = 12;

    public String text(Terminal terminal) {
        List<ListColumn<T>> columns = allColumns.stream().filter(column -> !column.heading().isEmpty()).toList();
        List<List<String>> cells = rows.stream().map(row -> columns.stream().map(column -> cell(column, row)).toList()).toList();
        int[] widths = widths(columns, cells, terminal.width());
        List<String> headings = columns.stream().map(ListColumn::heading).toList();
        StringBuilder text = new StringBuilder(line(columns, headings, widths, (_, heading) -> terminal.paint(Colour.BOLD, heading)));
        for (int at = 0; at < rows.size(); at++) {
            T row = rows.get(at);
            text.append(line(columns, cells.get(at), widths, (column, cell) -> terminal.paint(column.colour().apply(row), cell)));
        }
        return text.toString();
    }

    private String cell(ListColumn<T> column, T row) {
        return Visible.text(Listing.text(column.value().apply(row)));
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
    private static <T> int[] widths(List<ListColumn<T>> columns, List<List<String>> cells, int terminal) {
        int[] widths = new int[columns.size()];
        for (int at = 0; at < widths.length; at++) {
            int column = at;
            widths[at] = Math.max(columns.get(at).heading().length(),
                    cells.stream().mapToInt(line -> line.get(column).length()).max().orElse(0));
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
