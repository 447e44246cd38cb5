package org.assay.compare.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class KeyTest {

    private static final int MANY = 5_000;

    @Test
    void howOftenAKeyWasAddedIsKnown() {
        Random random = new Random(1);
        KeyCounts counts = new KeyCounts();
        Map<Long, Integer> expected = new HashMap<>();
        for (int at = 0; at < MANY; at++) {
            long key = random.nextInt(1_000) - 500;
            counts.add(key);
            expected.merge(key, 1, Integer::sum);
        }
        assertEquals(expected.size(), counts.distinct());
        for (long key = -600; key < 600; key++) {
            int times = expected.getOrDefault(key, 0);
            assertEquals(times, counts.of(key));
            assertEquals(times > 0, counts.has(key, 1));
            assertFalse(counts.has(key, times + 1));
        }
    }

    @Test
    void placesAreGivenInTheOrderInWhichTheyWereAdded() {
        Random random = new Random(2);
        KeyedPlaces places = new KeyedPlaces();
        Map<Long, Deque<Integer>> expected = new HashMap<>();
        for (int at = 0; at < MANY; at++) {
            long key = random.nextInt(1_000) - 500;
            places.add(key, at);
            expected.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(at);
        }
        for (int at = 0; at < 2 * MANY; at++) {
            long key = random.nextInt(1_100) - 550;
            Deque<Integer> queue = expected.getOrDefault(key, new ArrayDeque<>());
            OptionalInt first = places.first(key);
            assertEquals(queue.isEmpty() ? OptionalInt.empty() : OptionalInt.of(queue.peek()), first);
            if (first.isPresent()) {
                places.take(key);
                queue.poll();
            }
        }
    }

    @Test
    void whatWasNeverAddedIsNotThere() {
        assertTrue(new KeyCounts().isEmpty());
        assertFalse(new KeyCounts().has(0, 1));
        assertEquals(OptionalInt.empty(), new KeyedPlaces().first(0));
    }

    @Test
    void namesThatAreNoTextHaveKeysOfTheirOwn() {
        assertNotEquals(Key.of(List.of("\udcfe")), Key.of(List.of("\udcff")));
        assertNotEquals(Key.of(List.of("a", "b")), Key.of(List.of("ab")));
        assertNotEquals(Key.of(List.of("a", "")), Key.of(List.of("a")));
        assertNotEquals(Key.of(Location.file("C:", "a")), Key.of(Location.file("C:").stream("a")));
        assertEquals(Key.of(Location.file("C:", "a")), Key.of(Location.file("C:", "a")));
    }

    @Test
    void aDigestsKeyIsItsFirstBytes() {
        assertEquals(0x0011223344556677L, Key.of(Bytes.ofHex("00112233445566778899")));
        assertEquals(0xff00000000000000L, Key.of(Bytes.ofHex("ff")));
    }
}
