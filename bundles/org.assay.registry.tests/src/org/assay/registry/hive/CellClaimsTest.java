package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CellClaimsTest {

    @Property
    void aRangeIsGivenOutOnce(@ForAll @Size(max = 60) int[] starts, @ForAll @IntRange(max = 150) int length) {
        CellClaims claims = new CellClaims(400);
        BitSet taken = new BitSet();
        for (int start : starts) {
            int first = Math.floorMod(start, 250);
            int end = first + Math.floorMod(start / 250, length + 1);
            boolean free = taken.get(first, end).isEmpty();
            assertEquals(free, claims.take(first, end));
            if (free) {
                taken.set(first, end);
            }
        }
    }
}
