package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.details;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.special;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.sz;
import static org.assay.testkit.Items.unread;
import static org.assay.testkit.Items.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.testkit.HostileNames;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotComparisonTest {

    private static final String LATER = "2000-05-04T08:00:00Z";

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("nothing", file("C:/a", "1"), file("C:/a", "1"), EnumSet.noneOf(Attribute.class)),
                arguments("content", file("C:/a", "1"), file("C:/a", "2"), EnumSet.of(Attribute.CONTENT)),
                arguments("size", file("C:/a", "1"), file("C:/a", "22"), EnumSet.of(Attribute.SIZE, Attribute.CONTENT)),
                arguments("time", file("C:/a", "1"), at(LATER, file("C:/a", "1")), EnumSet.of(Attribute.MODIFIED_TIME)),
                arguments("mode", owned(file("/a", "1"), 0644, "root", "root"), owned(file("/a", "1"), 0755, "root", "root"),
                        EnumSet.of(Attribute.MODE)),
                arguments("owner and group", owned(file("/a", "1"), 0644, "root", "root"), owned(file("/a", "1"), 0644, "eve", "eve"),
                        EnumSet.of(Attribute.OWNER, Attribute.GROUP)),
                arguments("owner kept by one side only", file("/a", "1"), owned(file("/a", "1"), 0644, "root", "root"),
                        EnumSet.noneOf(Attribute.class)),
                arguments("links, flags and extended attributes", detailed(file("/a", "1"), details(1, Set.of(), "x")),
                        detailed(file("/a", "1"), details(2, Set.of(FileFlag.IMMUTABLE, FileFlag.ARCHIVE), "y")),
                        EnumSet.of(Attribute.LINKS, Attribute.FLAGS, Attribute.EXTENDED)),
                arguments("archive flag", detailed(file("/a", "1"), details(1, Set.of(), "x")),
                        detailed(file("/a", "1"), details(1, Set.of(FileFlag.ARCHIVE), "x")), EnumSet.noneOf(Attribute.class)),
                arguments("details kept by one side only", file("/a", "1"),
                        detailed(file("/a", "1"), details(2, Set.of(FileFlag.IMMUTABLE), "y")), EnumSet.noneOf(Attribute.class)),
                arguments("content unread on one side", file("C:/a", "1"), unread("C:/a", 1), EnumSet.of(Attribute.CONTENT)),
                arguments("content unread on both sides", unread("C:/a", 1), unread("C:/a", 1), EnumSet.noneOf(Attribute.class)),
                arguments("size of unread content", unread("C:/a", 1), unread("C:/a", 2), EnumSet.of(Attribute.SIZE)),
                arguments("directory's time", directory("C:/d"), at(LATER, directory("C:/d")), EnumSet.noneOf(Attribute.class)),
                arguments("directory's mode", owned(directory("/d"), 0755, "a", "b"), owned(directory("/d"), 0777, "a", "b"),
                        EnumSet.of(Attribute.MODE)),
                arguments("link's target", link("/l", "/bin/a"), link("/l", "/bin/evil"),
                        EnumSet.of(Attribute.LINK_TARGET)),
                arguments("link's time and mode", owned(link("/l", "x"), 0777, "a", "b"), at(LATER, owned(link("/l", "x"), 0755, "a", "b")),
                        EnumSet.noneOf(Attribute.class)),
                arguments("file to link", file("/a", "1"), link("/a", "/b"), EnumSet.of(Attribute.KIND)),
                arguments("file to link with a mode", owned(file("/a", "1"), 0644, "a", "b"), owned(link("/a", "/b"), 0777, "a", "b"),
                        EnumSet.of(Attribute.KIND)),
                arguments("link to file of another owner", owned(link("/a", "/b"), 0777, "a", "b"), owned(file("/a", "1"), 0644, "c", "b"),
                        EnumSet.of(Attribute.KIND, Attribute.OWNER)),
                arguments("file to directory", owned(file("/a", "1"), 0644, "a", "b"), owned(directory("/a"), 0755, "a", "c"),
                        EnumSet.of(Attribute.KIND, Attribute.MODE, Attribute.GROUP)),
                arguments("file to FIFO", file("/a", "1"), special("/a", FileKind.FIFO), EnumSet.of(Attribute.KIND)),
                arguments("FIFO's time", special("/a", FileKind.FIFO), at(LATER, special("/a", FileKind.FIFO)),
                        EnumSet.noneOf(Attribute.class)),
                arguments("value's data", string("HKLM\\S", "v", "1"), string("HKLM\\S", "v", "2"), EnumSet.of(Attribute.VALUE_DATA)),
                arguments("value's type", value("HKLM\\S", "v", ValueType.SZ, sz("1")), value("HKLM\\S", "v", ValueType.EXPAND_SZ, sz("1")),
                        EnumSet.of(Attribute.VALUE_TYPE)),
                arguments("value's type and data", string("HKLM\\S", "v", "1"), dword("HKLM\\S", "v", 1),
                        EnumSet.of(Attribute.VALUE_TYPE, Attribute.VALUE_DATA)),
                arguments("value's name in other case", string("HKLM\\Soft", "Run", "1"), string("HKLM\\SOFT", "RUN", "1"),
                        EnumSet.noneOf(Attribute.class)),
                arguments("key's time", hiveKey(1, "c"), hiveKey(2, "c"), EnumSet.noneOf(Attribute.class)),
                arguments("key's class", hiveKey(1, "c"), hiveKey(1, "d"), EnumSet.of(Attribute.CLASS_NAME)),
                arguments("key's class that came", KeyItem.of(keyPlace("HKLM\\S"), Optional.of(Instant.EPOCH), Optional.empty(),
                        Optional.empty(), false),
                        hiveKey(1, "c"), EnumSet.of(Attribute.CLASS_NAME)),
                arguments("key's security", securedKey("01", false), securedKey("02", false), EnumSet.of(Attribute.SECURITY)),
                arguments("key's security kept by one side only", securedKey("01", false), key("HKLM\\S"),
                        EnumSet.noneOf(Attribute.class)),
                arguments("key that became a link", securedKey("01", false), securedKey("01", true), EnumSet.of(Attribute.KIND)),
                arguments("link of which an export does not know", securedKey("01", true), key("HKLM\\S"),
                        EnumSet.noneOf(Attribute.class)),
                arguments("key's class kept by one side only", key("HKLM\\S"), hiveKey(1, "c"), EnumSet.noneOf(Attribute.class)));
    }

    private static KeyItem securedKey(String security, boolean link) {
        return KeyItem.of(keyPlace("HKLM\\S"), Optional.of(Instant.EPOCH), Optional.empty(), Optional.of(Bytes.ofHex(security)), link);
    }

    private static KeyItem hiveKey(long second, String className) {
        return KeyItem.of(keyPlace("HKLM\\S"), Optional.of(Instant.ofEpochSecond(second)), Optional.of(className), Optional.empty(),
                false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void saysWhichAttributesDiffer(String what, Item before, Item after, Set<Attribute> expected) {
        List<Change> changes = compare(ListView.of(before), ListView.of(after));
        if (expected.isEmpty()) {
            assertEquals(List.of(), changes);
        } else {
            assertEquals(List.of(ChangeKind.MODIFIED), changes.stream().map(Change::kind).toList());
            assertEquals(expected, changes.getFirst().attributes());
            assertEquals(before, changes.getFirst().before().orElseThrow());
            assertEquals(after, changes.getFirst().after().orElseThrow());
        }
    }

    @Test
    void numbersChangesByLocation() {
        List<Change> changes = compare(
                ListView.of(file("C:/b", "1"), file("C:/c", "1"), string("HKCU\\S", "v", "1"), key("HKLM\\S")),
                ListView.of(file("C:/a", "x"), file("C:/c", "2"), key("HKLM\\S"), string("HKLM\\S", "v", "1")));
        assertEquals(List.of("1 ADDED C:\\a", "2 REMOVED C:\\b", "3 MODIFIED C:\\c", "4 REMOVED HKCU\\S [v]", "5 ADDED HKLM\\S [v]"),
                lines(changes));
    }

    @Test
    void keepsEveryDuplicateAndPairsEqualOnesFirst() {
        ListView before = ListView.of(string("HKLM\\S", "v", "1"), string("HKLM\\S", "v", "2"), string("HKLM\\S", "V", "2"),
                string("HKLM\\S", "v", "3"));
        ListView after = ListView.of(string("HKLM\\S", "v", "2"), string("HKLM\\S", "v", "9"), string("HKLM\\S", "v", "1"));
        List<Change> changes = compare(before, after);
        assertEquals(List.of("1 REMOVED HKLM\\S [v]", "2 MODIFIED HKLM\\S [v]"), lines(changes));
        assertEquals(before.list().get(3), changes.get(0).before().orElseThrow());
        assertEquals(before.list().get(2), changes.get(1).before().orElseThrow());
        assertEquals(after.list().get(1), changes.get(1).after().orElseThrow());
    }

    @Test
    void anItemThatAppearsTwiceAllAtOnceIsAdded() {
        assertEquals(List.of("1 ADDED HKLM\\S"), lines(compare(ListView.of(key("HKLM\\S")), ListView.of(key("HKLM\\s"), key("HKLM\\S")))));
    }

    @Test
    void manyDuplicatesTakeNoLongerThanManyItems() {
        Item[] many = IntStream.range(0, 200_000).mapToObj(n -> dword("HKLM\\S", "v", n)).toArray(Item[]::new);
        Item[] backwards = IntStream.range(0, 200_000).mapToObj(n -> dword("HKLM\\S", "v", 199_999 - n)).toArray(Item[]::new);
        assertEquals(List.of(), compare(ListView.of(many), ListView.of(backwards)));
    }

    @Test
    void hostileNamesAreCarriedExactly() {
        for (String name : HostileNames.all()) {
            Location place = Location.file("", "folder", name);
            Change change = compare(ListView.of(), ListView.of(file(place, "x"))).getFirst();
            assertEquals(place, change.location());
            Location registry = Location.key("HKLM", name).value(name);
            assertEquals(1, compare(ListView.of(), ListView.of(new ValueItem(registry, ValueType.SZ, sz("x")))).size());
        }
    }

    @Test
    void namesThatDifferInOneInvalidByteAreTwoFiles() {
        Location one = Location.file("", "evil\udcff.sh");
        Location two = Location.file("", "evil\udcfe.sh");
        assertEquals(List.of(ChangeKind.ADDED), compare(ListView.of(file(one, "x")), ListView.of(file(one, "x"), file(two, "y"))).stream()
                .map(Change::kind).toList());
    }

    @Test
    void fileNamesDifferInCase() {
        assertEquals(List.of("1 ADDED /A", "2 REMOVED /a"), lines(compare(ListView.of(file("/a", "1")), ListView.of(file("/A", "2")))));
    }

    @Test
    void equalSnapshotsHaveNoChanges() {
        ListView view = ListView.of(file("C:/a", "1"), directory("C:/d"), key("HKLM\\S"), string("HKLM\\S", "", "1"));
        assertEquals(List.of(), compare(view, view));
        assertEquals(List.of(), compare(ListView.of(), ListView.of()));
    }

    /** Rules that look at the folder of an item must bear one that has none. */
    @Test
    void theRootOfATreeCanChangeLikeAnyDirectory() {
        for (String root : List.of("", "C:")) {
            FileItem before = owned(directory(root), 0755, "root", "root");
            for (FileItem after : List.of(owned(directory(root), 0777, "root", "root"), link(root, "elsewhere"), file(root, "x"))) {
                assertEquals(1, compare(ListView.of(before), ListView.of(after)).size(), root);
                assertEquals(1, compare(ListView.of(after), ListView.of(before)).size(), root);
                assertEquals(1, compare(ListView.of(), ListView.of(after)).size(), root);
                assertEquals(1, compare(ListView.of(after), ListView.of()).size(), root);
            }
        }
    }

    @Test
    void refusesASnapshotOutOfOrder() {
        List<Item> wrong = List.of(file("C:/b", "1"), file("C:/a", "1"));
        AssayException thrown = assertThrows(AssayException.class, () -> new Merge(new Runs(stream(wrong), "baseline"),
                new Runs(stream(List.of()), "suspect"), new Normalised(CommonScope.ofEverything()), Progress.NONE).run(_ -> { }));
        assertEquals(ErrorCode.CASE_FILE, thrown.code());
        assertTrue(thrown.getMessage().contains("C:\\b"), thrown.getMessage());
    }

    @Test
    void stopsWhenCancelled() {
        Recorder progress = new Recorder(3);
        Item[] many = IntStream.range(0, 10_000).mapToObj(n -> dword("HKLM\\S", "v" + n, n)).toArray(Item[]::new);
        AssayException thrown = assertThrows(AssayException.class,
                () -> SnapshotComparison.run(ListView.of(many), ListView.of(), progress));
        assertEquals(ErrorCode.CANCELLED, thrown.code());
        assertTrue(progress.items < 10_000);
    }

    @Test
    void tellsHowFarItIs() {
        Recorder progress = new Recorder(Integer.MAX_VALUE);
        Item[] many = IntStream.range(0, 5_000).mapToObj(n -> dword("HKLM\\S", "v" + n, n)).toArray(Item[]::new);
        SnapshotComparison.run(ListView.of(many), ListView.of(many), progress);
        assertEquals(List.of("Compare"), progress.tasks);
        assertEquals(10_000, progress.items);
    }

    /** Cancels at the given question. */
    private static final class Recorder implements Progress {

        private final List<String> tasks = new ArrayList<>();
        private final int cancelAt;
        private int asked;
        private long items;

        Recorder(int cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void begin(String task) {
            tasks.add(task);
        }

        @Override
        public void advance(long more, long bytes) {
            items += more;
        }

        @Override
        public boolean isCancelled() {
            return ++asked >= cancelAt;
        }
    }

    private static ItemStream stream(List<Item> items) {
        return new ItemStream() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < items.size();
            }

            @Override
            public Item next() {
                return items.get(at++);
            }

            @Override
            public void close() {
            }
        };
    }

    private static List<Change> compare(ListView before, ListView after) {
        return SnapshotComparison.run(before, after, Progress.NONE);
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream().map(change -> change.number() + " " + change.kind() + " " + change.location().text()).toList();
    }
}
