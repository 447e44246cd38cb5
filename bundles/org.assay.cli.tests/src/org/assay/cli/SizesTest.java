package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.assay.cli.amount.Sizes;

class SizesTest {

    @Test
    void bytesChangeUnitAtAThousand() {
        assertEquals("999 B", Sizes.text(999));
        assertEquals("1.0 kB", Sizes.text(1000));
        assertEquals("1.0 MB", Sizes.text(999_960));
        assertEquals("9.2 EB", Sizes.text(Long.MAX_VALUE));
    }

    @Test
    void timesChangeUnitAtSixty() {
        assertEquals("59 s", Sizes.duration(59));
        assertEquals("2 min 5 s", Sizes.duration(125));
        assertEquals("3 h 20 min", Sizes.duration(12_000));
    }
}
