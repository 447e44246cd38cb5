package org.assay.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.registry.encoding.Utf16;
import org.junit.jupiter.api.Test;

class RegistryTextTest {

    @Test
    void readsATerminatedString() {
        RegistryText text = text(RegistryType.SZ, "C:\\a.exe\0");
        assertEquals(new RegistryText(List.of("C:\\a.exe"), true, false, ""), text);
        assertEquals("C:\\a.exe", text.oneLine());
    }

    @Test
    void saysThatTheTerminatorIsMissing() {
        assertFalse(text(RegistryType.EXPAND_SZ, "%TEMP%").terminated());
        assertEquals(List.of("%TEMP%"), text(RegistryType.EXPAND_SZ, "%TEMP%").strings());
    }

    @Test
    void showsWhatIsHiddenBehindANul() {
        RegistryText text = text(RegistryType.SZ, "calc.exe\0evil.exe\0");
        assertEquals(List.of("calc.exe"), text.strings());
        assertEquals("evil.exe", text.hidden());
        assertEquals("calc.exe\\u0000evil.exe", text.oneLine());
    }

    @Test
    void leavesOutAnOddByte() {
        RegistryText text = RegistryText.of(RegistryType.SZ, new byte[] {'a', 0, 'b'});
        assertEquals(new RegistryText(List.of("a"), false, true, ""), text);
    }

    @Test
    void readsDataThatIsEmptyOrOneByteLong() {
        assertEquals(new RegistryText(List.of(""), false, false, ""), RegistryText.of(RegistryType.SZ, new byte[0]));
        assertEquals(new RegistryText(List.of(""), false, true, ""), RegistryText.of(RegistryType.SZ, new byte[1]));
        assertEquals(new RegistryText(List.of(), false, false, ""), RegistryText.of(RegistryType.MULTI_SZ, new byte[0]));
    }

    @Test
    void readsAListOfStrings() {
        RegistryText text = text(RegistryType.MULTI_SZ, "one\0two\0\0");
        assertEquals(new RegistryText(List.of("one", "two"), true, false, ""), text);
        assertEquals("one | two", text.oneLine());
    }

    @Test
    void readsAListWithoutItsTerminators() {
        assertEquals(new RegistryText(List.of("one", "two"), false, false, ""), text(RegistryType.MULTI_SZ, "one\0two\0"));
        assertEquals(new RegistryText(List.of("one", "two"), false, false, ""), text(RegistryType.MULTI_SZ, "one\0two"));
    }

    @Test
    void showsWhatIsHiddenBehindTheEndOfAList() {
        assertEquals(new RegistryText(List.of("one"), true, false, "two"), text(RegistryType.MULTI_SZ, "one\0\0two\0\0"));
        assertEquals(new RegistryText(List.of(), true, false, "two"), text(RegistryType.MULTI_SZ, "\0two\0\0"));
    }

    @Test
    void makesVisibleWhatWouldMislead() {
        assertEquals("gpj.\\u202eexe\\u000a\\u0085\\u2028\\ud800 \u00e4 \ud83d\ude00",
                RegistryText.visible("gpj.\u202eexe\n\u0085\u2028\ud800 \u00e4 \ud83d\ude00"));
    }

    @Test
    void namesTypesAsWindowsDoes() {
        assertEquals("REG_MULTI_SZ", RegistryType.name(7));
        assertEquals("REG_0x2000", RegistryType.name(0x2000));
        assertEquals("REG_0xffff0012", RegistryType.name(0xffff0012));
    }

    @Test
    void valuesAreEqualByTheirBytes() {
        RegistryValue value = new RegistryValue(List.of("a"), "n", 3, new byte[] {1, 2});
        assertEquals(value, new RegistryValue(List.of("a"), "n", 3, new byte[] {1, 2}));
        assertEquals(value.hashCode(), new RegistryValue(List.of("a"), "n", 3, new byte[] {1, 2}).hashCode());
        assertNotEquals(value, new RegistryValue(List.of("a"), "n", 3, new byte[] {1, 3}));
        assertNotEquals(value, new RegistryValue(List.of("a"), "n", 4, new byte[] {1, 2}));
        assertTrue(value.toString().contains("REG_BINARY"));
    }

    private static RegistryText text(int type, String text) {
        return RegistryText.of(type, Utf16.encode(text));
    }
}
