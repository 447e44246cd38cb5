package org.assay.model.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {

    private static Bytes utf16(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @CsvSource({ "0, REG_NONE", "1, REG_SZ", "7, REG_MULTI_SZ", "11, REG_QWORD", "12, REG_0xc", "8193, REG_0x2001",
            "-65519, REG_0xffff0011" })
    void everyNumberHasAName(int type, String name) {
        assertEquals(name, ValueType.name(type));
    }

    @Test
    void aStringEndsAtItsFirstNul() {
        assertEquals("calc", ValueType.string(utf16("calc\0hidden\0")));
        assertEquals("calc", ValueType.string(utf16("calc")));
        assertEquals("", ValueType.string(Bytes.EMPTY));
        assertEquals("c", ValueType.string(Bytes.ofHex("630041")));
    }

    @Test
    void aListEndsAtItsFirstEmptyString() {
        assertEquals(List.of("a", "b"), ValueType.strings(utf16("a\0b\0\0c\0")));
        assertEquals(List.of("a"), ValueType.strings(utf16("a")));
        assertEquals(List.of(), ValueType.strings(Bytes.EMPTY));
        assertEquals(List.of(), ValueType.strings(utf16("\0\0")));
    }

    @Test
    void whatFollowsTheTerminatorIsShown() {
        assertEquals("calc\\x00hidden\\x00", ValueType.display(ValueType.SZ, utf16("calc\0hidden\0\0"), 100));
        assertEquals("calc", ValueType.display(ValueType.SZ, utf16("calc\0"), 100));
        assertEquals("a | b", ValueType.display(ValueType.MULTI_SZ, utf16("a\0b\0\0"), 100));
        assertEquals("", ValueType.display(ValueType.MULTI_SZ, utf16("\0"), 100));
        assertEquals("a\\x00\\x00hidden\\x00\\x00", ValueType.display(ValueType.MULTI_SZ, utf16("a\0\0hidden\0\0"), 100));
        assertEquals("\\x00hidden\\x00\\x00", ValueType.display(ValueType.MULTI_SZ, utf16("\0hidden\0\0"), 100));
    }

    @Test
    void halfASurrogatePairHidesNothingBehindIt() {
        Bytes half = Bytes.ofHex("00d8780000dc3dd81bdc");
        assertEquals("\ufffdx\ufffd\ud83d\udc1b", ValueType.string(half));
        assertEquals("\\u{d800}x\\u{dc00}\ud83d\udc1b", ValueType.display(ValueType.SZ, half, 100));
    }

    @Test
    void numbersAreShownInBothBases() {
        assertEquals("0x2a (42)", ValueType.display(ValueType.DWORD, Bytes.ofHex("2a000000"), 100));
        assertEquals("0xffffffffffffffff (18446744073709551615)", ValueType.display(ValueType.QWORD, Bytes.ofHex("ff".repeat(8)), 100));
    }

    @Test
    void numbersOfTheWrongLengthAndUnknownTypesAreShownAsBytes() {
        assertEquals("01 02", ValueType.display(ValueType.DWORD, Bytes.ofHex("0102"), 100));
        assertEquals("00 ff", ValueType.display(0x2001, Bytes.ofHex("00ff"), 100));
        assertEquals("", ValueType.display(ValueType.BINARY, Bytes.EMPTY, 100));
    }

    @Test
    void longAndHostileDataStaysOneLineOfTheLimit() {
        assertEquals(20, ValueType.display(ValueType.SZ, utf16("x".repeat(100_000)), 20).length());
        assertEquals(20, ValueType.display(ValueType.BINARY, Bytes.copyOf(new byte[1 << 20]), 20).length());
        String shown = ValueType.display(ValueType.MULTI_SZ, utf16("a\nb\0\u202e\0\0"), 100);
        assertEquals("a\\nb | \\u{202e}", shown);
    }
}
