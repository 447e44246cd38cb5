package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void whatATerminalOrAReaderWouldObeyOrHideIsSpelledOut() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("a\nb\rc\td", "a\\nb\\rc\\td");
        expected.put("\u001b[2J", "\\x1b[2J");
        expected.put("\0", "\\x00");
        expected.put("\u007f\u0080\u009b", "\\x7f\\x80\\x9b");
        expected.put("\udcff\udc80.exe", "\\xff\\x80.exe");
        expected.put("photo\u202egpj.exe", "photo\\u{202e}gpj.exe");
        expected.put("zero\u200bwidth\ufeff\u00ad", "zero\\u{200b}width\\u{feff}\\u{ad}");
        expected.put("\u2028\u2029", "\\u{2028}\\u{2029}");
        expected.put("a\u00a0b\u3000c d", "a\\u{a0}b\\u{3000}c d");
        expected.put("\ue000\uffff", "\\u{e000}\\u{ffff}");
        expected.put("\ud800x\udfff", "\\u{d800}x\\u{dfff}");
        expected.put("\udb40\udc41", "\\u{e0041}");
        expected.put("a\u3164b\uffa0\u115f\u1160\u2800", "a\\u{3164}b\\u{ffa0}\\u{115f}\\u{1160}\\u{2800}");
        expected.put("\u034f\u17b4\u17b5\u180b\u180f\ufe00\ufe0f", "\\u{34f}\\u{17b4}\\u{17b5}\\u{180b}\\u{180f}\\u{fe00}\\u{fe0f}");
        expected.put(Character.toString(0xe0100) + Character.toString(0xe01ef) + Character.toString(0x16fe4),
                "\\u{e0100}\\u{e01ef}\\u{16fe4}");
        expected.put("e" + "\u0301".repeat(6) + "e\u0301", "e" + "\u0301".repeat(4) + "\\u{301}\\u{301}e\u0301");
        expected.forEach((text, visible) -> assertEquals(visible, Visible.text(text)));
    }

    @Test
    void whatShowsAsItselfStays() {
        for (String text : new String[] { "", "plain ~!\"\\", "é e\u0301 ß", "日本語", "\ud83d\udc1b", "C:\\win.ini" }) {
            assertEquals(text, Visible.text(text));
        }
        String plain = "plain";
        assertSame(plain, Visible.text(plain));
    }

    @Test
    void nothingThatIsLeftIsAControlOrInvisible() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String visible = Visible.text(Character.toString(point));
            assertTrue(visible.codePoints().noneMatch(each -> Character.isISOControl(each)
                    || Character.getType(each) == Character.FORMAT || Character.getType(each) == Character.SURROGATE
                    || Character.getType(each) == Character.UNASSIGNED), Integer.toHexString(point));
        }
    }
}
