package org.assay.store.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class CaseLockTest {

    /** Another build that has the same case open would not keep out one that took another byte. */
    @Test
    void eachLockIsTheByteThatItAlwaysWas() {
        assertEquals(Map.of(CaseLock.WRITING, 1L << 62, CaseLock.READING, (1L << 62) + 1),
                Stream.of(CaseLock.values()).collect(Collectors.toMap(Function.identity(), CaseLock::position)));
    }
}
