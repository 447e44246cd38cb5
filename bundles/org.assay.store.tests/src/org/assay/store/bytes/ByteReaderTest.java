package org.assay.store.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 300, 16_383, 16_384, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1, -2, Long.MIN_VALUE})
    void numbersComeBackWhateverTheirSizeAndSign(long number) {
        ByteWriter out = new ByteWriter(1);
        out.number(number);
        out.signed(number);
        ByteReader in = new ByteReader(out.toArray());
        assertEquals(number, in.number());
        assertEquals(number, in.signed());
        assertEquals(0, in.remaining());
    }

    @Test
    void everyUnitOfUtf16ComesBackPairedOrAlone() {
        StringBuilder all = new StringBuilder();
        for (int unit = 0xffff; unit >= 0; unit--) {
            all.append((char) unit);
        }
        for (String text : new String[] {"", "plain", "\0", "\ud800", "\udc00\ud800", "\ud83d\udc1b", all.toString()}) {
            ByteWriter out = new ByteWriter(1);
            out.text(text);
            ByteReader in = new ByteReader(out.toArray());
            assertEquals(text, in.text());
            assertEquals(0, in.remaining());
        }
    }

    @Test
    void smallNumbersAndPlainTextsAreShort() {
        ByteWriter out = new ByteWriter(16);
        out.number(127);
        out.signed(-64);
        out.text("ab");
        out.text("\u00e9");
        out.bytes(Bytes.ofHex("00ff"));
        assertArrayEquals(new byte[] {127, 127, 2, 'a', 'b', 1, (byte) 0xc3, (byte) 0xa9, 2, 0, (byte) 0xff}, out.toArray());
    }

    @Test
    void lengthsThatTheBytesCannotFillAreNotBelieved() {
        ByteWriter out = new ByteWriter(16);
        out.number(Integer.MAX_VALUE);
        assertThrows(MalformedBytes.class, () -> new ByteReader(out.toArray()).text());
        assertThrows(MalformedBytes.class, () -> new ByteReader(out.toArray()).bytes());
        assertThrows(MalformedBytes.class, () -> new ByteReader(out.toArray()).raw(Long.MAX_VALUE));
        assertThrows(MalformedBytes.class, () -> new ByteReader(out.toArray()).raw(-1));
        assertThrows(MalformedBytes.class, () -> new ByteReader(out.toArray()).part(6));
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            ByteReader in = new ByteReader(bytes);
            try {
                in.number();
                in.text();
            } catch (MalformedBytes e) {
                assertEquals(MalformedBytes.class, e.getClass());
            }
        }
        assertThrows(MalformedBytes.class, () -> new ByteReader(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}).number());
        assertThrows(MalformedBytes.class, () -> new ByteReader(new byte[] {1, (byte) 0x80}).text());
    }
}
