package org.assay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.assay.model.text.Space;
import org.junit.jupiter.api.Test;

class LocationTest {

    private static final List<String> NAMES = List.of("", "a", "A", "b", "a.b", "a b", "a\\b", "a/b", "é", "É", "e\u0301", "\0", "\n",
            "\udcff", "\ud83d\udc1b", "\uffff", "\u0131", "i", "\u017f", "s", "k", "\u212a");

    /** Many places close to each other, so that each is met by parents, children, values of the same name and other cases. */
    private static List<Location> places(long seed) {
        Random random = new Random(seed);
        List<Location> places = new ArrayList<>();
        for (int count = 0; count < 150; count++) {
            List<String> names = new ArrayList<>();
            for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
                names.add(NAMES.get(random.nextInt(random.nextBoolean() ? 3 : NAMES.size())));
            }
            places.add(new Location(Space.values()[random.nextInt(Space.values().length)], names));
        }
        return places;
    }

    @Test
    void theOrderIsTotal() {
        List<Location> places = places(1);
        for (Location one : places) {
            for (Location two : places) {
                int difference = Location.ORDER.compare(one, two);
                assertEquals(-Integer.signum(difference), Integer.signum(Location.ORDER.compare(two, one)), () -> one + " and " + two);
                assertEquals(difference == 0, one.sameAs(two));
                for (Location three : places) {
                    if (difference <= 0 && Location.ORDER.compare(two, three) <= 0) {
                        assertTrue(Location.ORDER.compare(one, three) <= 0, () -> one + ", " + two + ", " + three);
                    }
                }
            }
        }
    }

    @Test
    void aStreamIsOfItsFileAndComesBeforeAFileOfItsName() {
        Location folder = Location.file("C:", "d");
        Location stream = folder.stream("s");
        assertEquals("C:\\d:s", stream.text());
        assertTrue(stream.isWithin(folder) && stream.isWithin(stream));
        assertFalse(stream.isWithin(folder.child("s")) || folder.child("s").isWithin(stream)
                || folder.child("s").child("x").isWithin(stream));
        assertTrue(Location.ORDER.compare(folder, stream) < 0 && Location.ORDER.compare(stream, folder.child("s")) < 0);
        assertEquals("C:\\:s", Location.file("C:").stream("s").text());
    }

    @Test
    void everythingBelowALocationFollowsItWithoutABreak() {
        for (int seed = 0; seed < 20; seed++) {
            List<Location> places = places(seed);
            places.sort(Location.ORDER);
            for (Location top : places) {
                int[] within = IntStream.range(0, places.size()).filter(at -> places.get(at).isWithin(top)).toArray();
                assertTrue(within.length > 0, "a place lies within itself: " + top);
                assertTrue(places.get(within[0]).sameAs(top), top + " comes before what it holds");
                for (int at = within[0]; at <= within[within.length - 1]; at++) {
                    Location between = places.get(at);
                    assertTrue(between.isWithin(top), () -> between + " breaks what lies within " + top);
                }
            }
        }
    }

    @Test
    void filesComeBeforeRegistryAndAValueBeforeAKeyOfItsName() {
        List<Location> ordered = List.of(Location.file(""), Location.file("", "A"), Location.file("", "a"), Location.file("", "a", "z"),
                Location.file("", "a.b"), Location.file("C:"), Location.file("z"), Location.key("HKCU"),
                Location.key("HKLM").value("X"), Location.key("HKLM", "x"), Location.key("HKLM", "X", "below"), Location.key("HKLM", "xy"));
        List<Location> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(5));
        shuffled.sort(Location.ORDER);
        assertEquals(ordered, shuffled);
    }

    @Test
    void registryNamesMeetWithoutCaseAndFileNamesDoNot() {
        assertTrue(Location.key("HKLM", "Software", "é").sameAs(Location.key("hklm", "SOFTWARE", "É")));
        assertFalse(Location.file("", "a").sameAs(Location.file("", "A")));
        assertFalse(Location.key("HKLM", "x").sameAs(Location.key("HKLM").value("x")));
        assertFalse(Location.key("a").sameAs(Location.file("a")));
        assertFalse(Location.key("HKLM", "\u0131").sameAs(Location.key("HKLM", "i")));
    }

    @Test
    void nothingLiesWithinAValueButTheValue() {
        Location key = Location.key("HKLM", "Run");
        Location value = key.value("x");
        assertTrue(value.isWithin(key));
        assertTrue(value.isWithin(Location.key("hklm", "RUN").value("X")));
        assertFalse(key.isWithin(value));
        assertFalse(value.isWithin(Location.key("HKLM", "Run", "x")));
        assertFalse(Location.key("HKLM", "Run", "x").isWithin(value));
        assertFalse(Location.key("HKLM", "Run", "x", "y").isWithin(value));
        assertFalse(key.value("x").isWithin(Location.key("HKLM", "Ru")));
        assertFalse(key.value("x").isWithin(Location.key("HKLM", "Run", "x")), "a key's namesake is beside it");
        assertFalse(Location.file("HKLM", "Run").isWithin(Location.key("HKLM")));
    }

    @Test
    void readsLikeThePathOnItsMachine() {
        assertEquals("/", Location.file("").text());
        assertEquals("/etc/passwd", Location.file("", "etc", "passwd").text());
        assertEquals("C:\\", Location.file("C:").text());
        assertEquals("C:\\WINDOWS\\win.ini", Location.file("C:", "WINDOWS", "win.ini").text());
        assertEquals("HKLM\\Software", Location.key("HKLM", "Software").text());
        assertEquals("HKLM\\Software [(Default)]", Location.key("HKLM", "Software").value("").text());
        assertEquals("HKLM\\Software [x]", Location.key("HKLM", "Software").value("x").text());
        assertEquals("/a\\nb/\\xff\\u{202e}", Location.file("", "a\nb", "\udcff\u202e").toString());
    }

    @Test
    void aChildKeepsItsSpaceAndAValueGetsItsOwn() {
        assertEquals(Location.file("", "a", "b"), Location.file("", "a").child("b"));
        assertEquals(Location.key("HKLM", "a"), Location.key("HKLM").child("a"));
        assertEquals(new Location(Space.VALUE, List.of("HKLM", "a")), Location.key("HKLM").value("a"));
        assertEquals("b", Location.file("", "a", "b").name());
    }

    @Test
    void isNeverEmptyAndNeverChanges() {
        assertThrows(IllegalArgumentException.class, () -> new Location(Space.FILE, List.of()));
        List<String> names = new ArrayList<>(Arrays.asList("HKLM", "a"));
        Location location = new Location(Space.KEY, names);
        names.set(1, "b");
        assertEquals(Location.key("HKLM", "a"), location);
    }
}
