package org.assay.model;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
public final class Csv {

    private Csv() {
    }

    /**
     * One record, its CRLF included. Cells are made visible by {@link Visible}, so a record is always one line. A cell that a spreadsheet
     * would run ({@code =}, {@code +}, {@code -}, {@code @}, {@code |} first, blanks before it or not) gets a leading apostrophe. Every cell
     * is quoted.
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String visible = Visible.text(text);
        String start = visible.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@|".indexOf(start.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + visible.replace("\"", "\"\"") + '"';
    }
}
