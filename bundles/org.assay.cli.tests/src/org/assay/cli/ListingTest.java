package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.assay.cli.output.Colour;
import org.assay.cli.output.Format;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.text.FileName;

class ListingTest {

    private static final List<ListColumn<String>> COLUMNS = List.of(ListColumn.<String>fixed("length", "Length", String::length),
            ListColumn.<String>elastic("name", "Name", name -> name).painted(_ -> Colour.RED),
            ListColumn.<String>exact("exact", List::of));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aTableInAPipeShortensNothing() {
        String name = "x".repeat(300);
        assertTrue(print(Format.TABLE, 0, false, name).contains(name));
    }

    @Test
    void aTableFitsTheTerminalAndCutsInTheMiddle() {
        String table = print(Format.TABLE, 40, false, "C:\\WINDOWS\\" + "long\\".repeat(20) + "evil.vbs");
        assertTrue(table.lines().allMatch(line -> line.length() <= 40), table);
        assertTrue(table.contains("…") && table.contains("evil.vbs"), table);
    }

    @Test
    void onlyATerminalGetsColours() {
        assertFalse(print(Format.TABLE, 0, false, "a").contains("\u001b"));
        assertTrue(print(Format.TABLE, 80, true, "a").contains("\u001b[31m"));
    }

    @Test
    void noNameReachesTheTerminalAsACommand() {
        String table = print(Format.TABLE, 80, false, "a\u001b[2J\nb\u202ec" + FileName.decode(new byte[] {(byte) 0xff}));
        assertTrue(table.contains("a\\x1b[2J\\nb\\u{202e}c\\xff"), table);
        assertEquals(2, table.lines().count());
    }

    @Test
    void jsonWritesDeleteAsAnEscapeThatReadersKnow() {
        assertTrue(print(Format.JSON, 0, false, "a\u007fb").contains("\"a\\u007Fb\""));
    }

    @Test
    void csvIsOneLineARowAndNoFormula() {
        String csv = print(Format.CSV, 80, true, "=cmd|' /C calc'!A0", "a\r\nb", "say \"x\", y");
        assertEquals("""
                "length","name","exact"\r
                "18","'=cmd|' /C calc'!A0","'=cmd|' /C calc'!A0"\r
                "4","a\\r\\nb","a\\r\\nb"\r
                "10","say ""x"", y","say ""x"", y"\r
                """, csv);
    }

    @Test
    void jsonIsAsciiAndKeepsBytesThatAreNotUtf8() {
        String json = print(Format.JSON, 80, true, "é" + FileName.decode(new byte[] {(byte) 0xff}) + "\"\n");
        assertTrue(json.chars().allMatch(unit -> unit < 0x80), json);
        assertTrue(json.contains("\"\\u00E9\\uDCFF\\\"\\n\""), json);
        assertTrue(json.contains("\"complete\" : true"), json);
    }

    private String print(Format format, int width, boolean colour, String... rows) {
        Terminal terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), System.err, width, colour, false);
        new Listing<>("rows", Map.of("complete", true), COLUMNS, List.of(rows)).print(format, terminal);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
