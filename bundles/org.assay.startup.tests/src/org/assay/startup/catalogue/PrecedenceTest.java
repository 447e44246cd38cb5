package org.assay.startup.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class PrecedenceTest {

    @Test
    void whatNamesAPlaceGoesBeforeWhatTakesTheRest() {
        assertEquals(List.of(Precedence.NAMED, Precedence.RECORD, Precedence.REST),
                Stream.of(Precedence.values()).sorted(Comparator.comparingInt(Precedence::rank)).toList());
        assertEquals(Precedence.values().length, Stream.of(Precedence.values()).map(Precedence::rank).distinct().count());
    }
}
