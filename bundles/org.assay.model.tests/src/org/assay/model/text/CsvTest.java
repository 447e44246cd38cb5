package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void everyCellIsQuotedAndEveryRecordIsOneLine() {
        assertEquals("\"a\",\"\",\"b,\"\"c\"\"\",\"d\\ne\"\r\n", Csv.line(List.of("a", "", "b,\"c\"", "d\ne")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "|x", "  =1" })
    void whatASpreadsheetWouldRunGetsAnApostrophe(String cell) {
        assertEquals("\"'" + cell + "\"\r\n", Csv.line(List.of(cell)));
    }

    @Test
    void whatWouldHideAFormulaIsSpelledOut() {
        assertEquals("\"\\t=1\",\"\\u{feff}=1\"\r\n", Csv.line(List.of("\t=1", "\ufeff=1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {"=1+1~'=1+1", "  @x~'  @x",
        "-1~'-1", "+x~'+x", "a=b~a=b", "a;=b~a;'=b", "a; \"+b~a;' \"\"+b", "a;b~a;b", "say \"x\"~say \"\"x\"\"", "'=x~'=x"})
    void formulasAreDisarmedAndTheRestIsAsItWas(String text, String cell) {
        assertEquals("\"" + cell + "\"\r\n", Csv.line(List.of(text)));
    }
}
