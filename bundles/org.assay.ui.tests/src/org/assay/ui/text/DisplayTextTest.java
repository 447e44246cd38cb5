package org.assay.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.model.field.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                   | 0 bytes
            1                   | 1 byte
            999                 | 999 bytes
            1000                | 1.0 kB
            99949               | 99.9 kB
            99950               | 100 kB
            999499              | 999 kB
            999500              | 1.0 MB
            1500000000          | 1.5 GB
            9223372036854775807 | 9.2 EB
            """)
    void bytesReadInUnitsOfAThousand(long bytes, String text) {
        assertEquals(text, DisplayText.bytes(bytes));
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertEquals("1 change", DisplayText.count(1, "change"));
        assertEquals("1,234 changes", DisplayText.count(1234, "change"));
        assertEquals("2 startup entries", DisplayText.count(2, "startup entry"));
        assertEquals("3 of 1,000 changes", DisplayText.part(3, 1000, "change"));
        assertEquals("1,000 changes", DisplayText.part(1000, 1000, "change"));
    }

    @Test
    void constantsReadAsWords() {
        assertEquals("modified time", DisplayText.of(Attribute.MODIFIED_TIME));
        assertEquals("Modified time", DisplayText.title(Attribute.MODIFIED_TIME));
    }

    @Test
    void aLineIsOneLineHoweverLongAndHostile() {
        assertEquals("a\\nb\\u{202e}", DisplayText.line("a\nb\u202e"));
        String cut = DisplayText.line("x".repeat(100_000));
        assertTrue(cut.length() == 501 && cut.endsWith("…"));
        assertEquals(500 * "\\u{202e}".length() + 1, DisplayText.line("\u202e".repeat(100_000)).length());
    }
}
