package org.assay.registry.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Marvin32Test {

    @Test
    void hashesAsAnIndependentProgramDoes() {
        byte[] bytes = new byte[40];
        for (int i = 0; i < 32; i++) {
            bytes[4 + i] = (byte) i;
        }
        assertEquals(0xb39efca403966e08L, Marvin32.hash(bytes, 0, 0));
        assertEquals(0xc64feee425c2e24cL, Marvin32.hash(bytes, 4, 32));
    }
}
