package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void neitherTheGivenNorTheTakenArrayReachesInside() {
        byte[] given = { 1, 2, (byte) 0xff };
        Bytes bytes = Bytes.copyOf(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;
        assertArrayEquals(new byte[] { 1, 2, (byte) 0xff }, bytes.toArray());
        assertEquals(3, bytes.length());
        assertEquals(255, bytes.unsignedAt(2));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.unsignedAt(3));
    }

    @Test
    void equalContentIsEqual() {
        Bytes one = Bytes.ofHex("00ff");
        assertEquals(one, Bytes.ofHex("00FF"));
        assertEquals(one.hashCode(), Bytes.ofHex("00FF").hashCode());
        assertNotEquals(one, Bytes.ofHex("00fe"));
        assertNotEquals(one, Bytes.ofHex("00ff00"));
        assertNotEquals(one, Bytes.EMPTY);
        assertSame(Bytes.EMPTY, Bytes.copyOf(new byte[0]));
        assertSame(Bytes.EMPTY, Bytes.ofHex(""));
    }

    @Test
    void hexIsLowerCaseAndComesBack() {
        assertEquals("000a7f80ff", Bytes.ofHex("000A7F80FF").hex());
        assertEquals("000a7f80ff", Bytes.ofHex("000a7f80ff").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "0g", " 00", "00 ", "0x00", "é0" })
    void whatIsNotHexIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex(text));
    }

    @Test
    void areOrderedAsTheirDigitsAre() {
        List<String> digits = List.of("", "00", "007f", "7f", "80", "80ff", "ff");

        assertEquals(digits, digits.reversed().stream().map(Bytes::ofHex).sorted().map(Bytes::hex).toList());
    }
}
