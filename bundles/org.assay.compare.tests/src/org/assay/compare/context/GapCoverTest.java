package org.assay.compare.context;

import static org.assay.testkit.Items.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.junit.jupiter.api.Test;

class GapCoverTest {

    @Test
    void findsTheOutermostOfManyGaps() {
        GapCover cover = new GapCover(IntStream.range(0, 1000).boxed().flatMap(n -> List.of(gap(place("C:/d" + n)),
                gap(place("C:/d" + n + "/a")), gap(place("C:/d" + n + "/a/b"))).stream()).toList());
        for (int n = 0; n < 1000; n++) {
            assertEquals(place("C:/d" + n), cover.over(place("C:/d" + n + "/z/y")).orElseThrow().location());
            assertEquals(place("C:/d" + n), cover.over(place("C:/d" + n)).orElseThrow().location());
        }
        assertTrue(cover.over(place("C:/d")).isEmpty());
        assertTrue(cover.over(place("C:/d5x")).isEmpty());
    }

    private static Gap gap(Location location) {
        return new Gap(location, GapReason.ACCESS_DENIED, "The system refused.");
    }
}
