package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {

    /** The first and the ninth of the test vectors for 128 bits that came with the reference implementation; there the bytes count up. */
    @ParameterizedTest
    @CsvSource({ "0, a3817f04ba25a8e66df67214c7550293", "1, 3b62a9ba6258f5610f83e264f31497b4" })
    void itIsTheHashOfItsAuthors(int words, String expected) {
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        hash.start();
        for (int word = 0; word < words; word++) {
            hash.take(0x0706050403020100L);
        }
        HexFormat hex = HexFormat.of();
        assertEquals(expected, hex.toHexDigits(Long.reverseBytes(hash.first())) + hex.toHexDigits(Long.reverseBytes(hash.second())));
    }
}
