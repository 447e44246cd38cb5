package org.assay.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ChangesCsvTest {

    private static String csv(ExportContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangesCsv.write(contents.changes(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Strict RFC 4180 with all cells in quotes; anything else is an error. */
    private static List<List<String>> parsed(String csv, char separator) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            assertEquals('"', csv.charAt(at++));
            StringBuilder cell = new StringBuilder();
            while (csv.charAt(at) != '"' || at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                at += csv.charAt(at) == '"' ? 1 : 0;
                cell.append(csv.charAt(at++));
            }
            line.add(cell.toString());
            at++;
            if (csv.charAt(at) == separator) {
                at++;
            } else {
                assertEquals("\r\n", csv.substring(at, at + 2));
                at += 2;
                lines.add(line);
                line = new ArrayList<>();
            }
        }
        return lines;
    }

    @Test
    void aStrictReaderGetsALineAChangeAndTheSameColumnsEverywhere() throws IOException {
        ExportContents contents = Hostile.contents();
        List<List<String>> lines = parsed(csv(contents), ',');
        assertEquals(contents.changes().size() + 1, lines.size());
        lines.forEach(line -> assertEquals(lines.getFirst().size(), line.size()));
        assertEquals("number", lines.getFirst().getFirst());
        for (int at = 1; at < lines.size(); at++) {
            assertEquals(String.valueOf(at), lines.get(at).getFirst());
        }
    }

    @Test
    void noCellCalculatesOrHidesAnything() throws IOException {
        for (List<String> line : parsed(csv(Hostile.contents()), ',')) {
            for (String cell : line) {
                assertFalse(cell.stripLeading().matches("(?s)[-=+@\t\r\uff0d\uff1d\uff0b\uff20].*"), cell);
                assertTrue(cell.chars().allMatch(unit -> unit >= ' ' && unit != 0x7f), cell);
            }
        }
    }

    @Test
    void noCellCalculatesWhereTheSemicolonSeparatesCells() throws IOException {
        for (String cell : csv(Hostile.contents()).split("[;\r\n]")) {
            assertFalse(cell.matches("(?s)[\" ]*[-=+@\uff0d\uff1d\uff0b\uff20].*"), cell);
        }
    }
}
