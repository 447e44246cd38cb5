package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.unread;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.change.Normalisation;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.text.Bytes;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

/** Random snapshots, compared once more in the plainest way: everything in memory, every pair looked at. */
class NaiveComparisonTest {

    private record Plain(ChangeKind kind, Optional<Item> before, Optional<Item> after, Set<Attribute> attributes) {
    }

    /** Nothing is made the same: that has tests of its own. */
    private static final CommonScope EXACT = CommonScope.ofEverything(new ComparisonOptions(ScopeFilter.ALL,
            EnumSet.allOf(Normalisation.class), false));

    @Test
    void agreesWithTheNaiveComparison() {
        IntStream.range(0, 2000).forEach(NaiveComparisonTest::assertAgrees);
    }

    private static void assertAgrees(int seed) {
        Random random = new Random(seed);
        ListView before = random(random);
        ListView after = random(random);
        List<Change> changes = SnapshotComparison.run(before, after, EXACT, Knowledge.SHIPPED, Progress.NONE).changes();
        assertEquals(naive(before, after), changes.stream()
                .map(change -> new Plain(change.kind(), change.before(), change.after(), change.attributes())).toList(), "seed " + seed);
        assertEquals(IntStream.rangeClosed(1, changes.size()).boxed().toList(), changes.stream().map(Change::number).toList());
    }

    private static ListView random(Random random) {
        return ListView.of(IntStream.range(0, random.nextInt(40)).mapToObj(_ -> item(random)).toArray(Item[]::new));
    }

    private static Item item(Random random) {
        String name = List.of("a", "A", "b", "b.exe", "\udcff", "\u00df", "c d").get(random.nextInt(7));
        String path = random.nextBoolean() ? "C:/" + name : "C:/a/" + name;
        return switch (random.nextInt(7)) {
            case 0 -> directory(path);
            case 1 -> link(path, name);
            case 2 -> unread(path, random.nextInt(2));
            case 3 -> key("HKLM\\" + name);
            case 4 -> dword("HKLM\\" + (random.nextBoolean() ? "a" : "A"), name, random.nextInt(3));
            default -> at("2000-01-0" + (1 + random.nextInt(2)) + "T00:00:00Z", file(path, "x".repeat(random.nextInt(6))));
        };
    }

    private static List<Plain> naive(ListView before, ListView after) {
        TreeMap<Location, List<List<Item>>> places = new TreeMap<>(Location.ORDER);
        before.list().forEach(item -> place(places, item).get(0).add(item));
        after.list().forEach(item -> place(places, item).get(1).add(item));
        List<Plain> found = new ArrayList<>();
        places.values().forEach(both -> pair(both.get(0), both.get(1), found));
        List<Plain> moved = found.stream().flatMap(gone -> found.stream().filter(came -> moved(gone, came, found))
                .map(came -> new Plain(ChangeKind.MOVED, gone.before(), came.after(),
                        ItemFields.differing(gone.before().orElseThrow(), came.after().orElseThrow())))).toList();
        return Stream.concat(moved.stream(), found.stream().filter(one -> found.stream()
                        .noneMatch(other -> moved(one, other, found) || moved(other, one, found))))
                .sorted(Comparator.comparing((Plain plain) -> plain.after().or(plain::before).orElseThrow().location(), Location.ORDER)
                        .thenComparing(Plain::kind)).toList();
    }

    private static List<List<Item>> place(TreeMap<Location, List<List<Item>>> places, Item item) {
        return places.computeIfAbsent(item.location(), _ -> List.of(new ArrayList<>(), new ArrayList<>()));
    }

    private static void pair(List<Item> was, List<Item> is, List<Plain> found) {
        for (Item item : List.copyOf(was)) {
            Optional<Item> equal = is.stream().filter(other -> ItemFields.differing(item, other).isEmpty()).findFirst();
            equal.ifPresent(other -> {
                was.remove(item);
                is.remove(other);
            });
        }
        while (!was.isEmpty() && !is.isEmpty()) {
            found.add(new Plain(ChangeKind.MODIFIED, Optional.of(was.getFirst()), Optional.of(is.getFirst()),
                    ItemFields.differing(was.removeFirst(), is.removeFirst())));
        }
        was.forEach(item -> found.add(new Plain(ChangeKind.REMOVED, Optional.of(item), Optional.empty(), Set.of())));
        is.forEach(item -> found.add(new Plain(ChangeKind.ADDED, Optional.empty(), Optional.of(item), Set.of())));
    }

    private static boolean moved(Plain gone, Plain came, List<Plain> found) {
        Optional<Bytes> content = content(gone.before());
        return gone.kind() == ChangeKind.REMOVED && came.kind() == ChangeKind.ADDED && content.isPresent()
                && content.equals(content(came.after()))
                && found.stream().filter(change -> change != gone && change != came)
                .noneMatch(change -> !content(change.before()).equals(content(change.after()))
                        && (content.equals(content(change.before())) || content.equals(content(change.after()))));
    }

    private static Optional<Bytes> content(Optional<Item> item) {
        return item.filter(any -> any instanceof FileItem file && file.sizeBytes() > 0).flatMap(file -> ((FileItem) file).sha256());
    }
}
