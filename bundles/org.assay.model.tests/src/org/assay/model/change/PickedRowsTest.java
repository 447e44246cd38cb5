package org.assay.model.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PickedRowsTest {

    /** Rows that are made when they are asked for, and which were. */
    private static final class Rows extends AbstractList<Integer> {

        private final int size;
        private final List<Integer> asked = new ArrayList<>();

        Rows(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            asked.add(index);
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    @Property(tries = 100)
    void holdsWhatIsWantedInItsOrder(@ForAll List<Integer> rows) {
        assertEquals(rows.stream().filter(row -> row % 3 == 0).toList(), PickedRows.where(rows, row -> row % 3 == 0));
    }

    @Test
    void allRowsAreTheListItself() {
        List<Integer> rows = List.of(1, 2, 3);
        assertSame(rows, PickedRows.where(rows, _ -> true));
    }

    @Test
    void anIteratorGivesAnyOrderAndReadsManyAtOnceByTheirPlaces() {
        Rows rows = new Rows(25_000);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 25_000).boxed().toList());
        Collections.shuffle(order, new Random(42));
        List<Integer> picked = new PickedRows<>(rows, order.stream().mapToInt(Integer::intValue).toArray());
        List<Integer> given = new ArrayList<>();
        for (int row : picked) {
            given.add(row);
            assertEquals(Math.min(25_000, (given.size() + 9_999) / 10_000 * 10_000), rows.asked.size(), "rows read so far");
        }
        assertEquals(order, given);
        for (int from = 0; from < 25_000; from += 10_000) {
            List<Integer> atOnce = rows.asked.subList(from, Math.min(from + 10_000, 25_000));
            assertEquals(atOnce.stream().sorted().toList(), atOnce);
        }
    }

    @Test
    void thereIsNothingBehindTheEnd() {
        List<Integer> picked = PickedRows.where(List.of(1, 2), row -> row == 2);
        assertEquals(2, picked.get(0));
        assertThrows(IndexOutOfBoundsException.class, () -> picked.get(1));
        var each = picked.iterator();
        each.next();
        assertThrows(NoSuchElementException.class, each::next);
    }
}
