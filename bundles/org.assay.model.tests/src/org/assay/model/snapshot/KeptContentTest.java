package org.assay.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToLongFunction;

import org.assay.model.Location;
import org.junit.jupiter.api.Test;

class KeptContentTest {

    @Test
    void ofSeveralThatWhichTakesMostOfAFileCounts() {
        KeptContent small = _ -> name -> name.endsWith(".ini") ? 10 : 0;
        KeptContent large = directory -> name -> directory.name().equals("etc") ? 1000 : 0;
        ToLongFunction<String> inEtc = KeptContent.mostOf(small, large).in(Location.file("", "etc"));
        ToLongFunction<String> elsewhere = KeptContent.mostOf(small, large, KeptContent.NONE).in(Location.file("", "usr"));
        assertEquals(1000, inEtc.applyAsLong("a.ini"));
        assertEquals(10, elsewhere.applyAsLong("a.ini"));
        assertEquals(0, elsewhere.applyAsLong("a"));
        assertEquals(0, KeptContent.mostOf().in(Location.file("")).applyAsLong("a"));
    }
}
