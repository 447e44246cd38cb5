package org.assay.model.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
public final class Csv {

    /**
     * Where a spreadsheet would begin to calculate: a formula's first character at the beginning of a cell, blanks and quotes before it
     * left out. A cell may also begin behind a semicolon, for where the comma is the decimal sign spreadsheets split lines there. Those
     * for East Asian languages take the full-width characters too.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[ \"]*[-=+@|\uff0d\uff1d\uff0b\uff20])");

    private Csv() {
    }

    /**
     * One record, its CRLF included. Cells are made visible by {@link Visible}, so a record is always one line. What a spreadsheet would
     * run gets an apostrophe before it. Every cell is quoted.
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String guarded = FORMULA.matcher(Visible.text(text)).replaceAll("$1'");
        return '"' + guarded.replace("\"", "\"\"") + '"';
    }
}
