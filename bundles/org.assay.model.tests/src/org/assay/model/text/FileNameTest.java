package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    /** Bytes that begin, go on with or spoil a UTF-8 sequence, at the borders of Unicode 15, table 3-7. */
    private static final int[] EDGES = { 0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
            0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff };

    @ParameterizedTest
    @CsvSource({
            "'', ''", "2f65, '/e'", "c3a9, é", "e282ac, €", "f09f909b, \ud83d\udc1b", "f48fbfbf, \udbff\udfff", "ee8080, \ue000",
            "ff, \udcff", "80, \udc80", "c3, \udcc3", "c328, '\udcc3('", "c080, \udcc0\udc80", "e08080, \udce0\udc80\udc80",
            "eda080, \udced\udca0\udc80", "edb280, \udced\udcb2\udc80", "f4908080, \udcf4\udc90\udc80\udc80",
            "f8888080, \udcf8\udc88\udc80\udc80", "e282, \udce2\udc82", "61ffc3a9, a\udcffé" })
    void bytesBecomeTheTextThatTheSchemeSays(String bytes, String text) {
        byte[] name = HexFormat.of().parseHex(bytes);
        assertEquals(text, FileName.decode(name));
        assertArrayEquals(name, FileName.encode(text));
    }

    @Test
    void everyShortNameOfEdgeBytesComesBackAndMeetsNoOther() {
        Map<String, String> seen = new HashMap<>();
        for (int first : EDGES) {
            for (int second : EDGES) {
                for (int third : EDGES) {
                    for (int fourth : new int[] { 0x41, 0x80, 0xbf }) {
                        byte[] name = { (byte) first, (byte) second, (byte) third, (byte) fourth };
                        String hex = HexFormat.of().formatHex(name);
                        assertComesBack(name);
                        assertEquals(null, seen.put(FileName.decode(name), hex), hex);
                    }
                }
            }
        }
    }

    @Test
    void randomBytesComeBack() {
        Random random = new Random(20_000);
        for (int count = 0; count < 20_000; count++) {
            byte[] name = new byte[random.nextInt(40)];
            random.nextBytes(name);
            assertComesBack(name);
        }
    }

    @Test
    void randomTextIsItselfAndComesBack() {
        Random random = new Random(30_000);
        for (int count = 0; count < 10_000; count++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int point = random.nextInt(Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point);
            }
            byte[] name = text.toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(text.toString(), FileName.decode(name));
            assertArrayEquals(name, FileName.encode(text.toString()));
        }
    }

    private static void assertComesBack(byte[] name) {
        String text = FileName.decode(name);
        assertArrayEquals(name, FileName.encode(text), () -> HexFormat.of().formatHex(name));
        assertEquals(isUtf8(name), text.codePoints().noneMatch(FileName::isEscape), () -> HexFormat.of().formatHex(name));
    }

    private static boolean isUtf8(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0xd800, 0xdbff, 0xdc00, 0xdc7f, 0xdd00, 0xdfff })
    void aSurrogateThatStandsForNoByteIsRefused(int unit) {
        assertThrows(IllegalArgumentException.class, () -> FileName.encode("a" + (char) unit + "b"));
        assertFalse(FileName.isEscape(unit));
    }

    @Test
    void exactlyTheUpperHalfOfTheBytesHasEscapes() {
        assertTrue(FileName.isEscape(0xdc80));
        assertTrue(FileName.isEscape(0xdcff));
        assertFalse(FileName.isEscape(0xff));
        assertFalse(FileName.isEscape(0x1dc80));
    }
}
