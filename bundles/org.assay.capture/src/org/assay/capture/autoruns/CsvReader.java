package org.assay.capture.autoruns;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads comma-separated values (RFC 4180): quoted cells may hold separators, line ends and doubled quotes. */
public final class CsvReader implements Iterator<List<String>> {

    private static final int MOST_CELLS = 256;

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The number of the line at which the next record begins, from 1. */
    int line() {
        return line;
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has ended");
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char next = text.charAt(at++);
            line += next == '\n' ? 1 : 0;
            if (quoted && next == '"' && at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (next == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && next == separator && cells.size() < MOST_CELLS) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && next == '\n') {
                break;
            } else if (quoted || next != '\r') {
                cell.append(next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
