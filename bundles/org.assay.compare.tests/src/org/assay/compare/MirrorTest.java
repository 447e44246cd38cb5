package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.change.MappedRows;
import org.assay.model.change.Normalisation;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Scope;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.testkit.Items;
import org.assay.testkit.ListView;

/** What holds for whatever snapshots are compared. */
class MirrorTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Names of which several are one under some normalisation. */
    private static final List<String> NAMES = List.of("a", "A", "b.exe", "B.EXE", "r\u00e9", "re\u0301", "RE\u0301", "\udcff", "x y", "c");

    @Provide
    Arbitrary<List<Item>> snapshots() {
        Arbitrary<Item> item = Combinators.combine(Arbitraries.of("C:", ""), Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(2),
                Arbitraries.of("", "1", "2", "33"), Arbitraries.of(0L, 300_000_000L, 1_000_000_000L, 2_000_000_000L, 3_600_000_000_000L))
                .as((tree, path, content, nanos) -> file(tree, path, content, NOON.plusNanos(nanos)));
        return item.list().ofMaxSize(12).map(MirrorTest::once);
    }

    @Provide
    Arbitrary<CommonScope> scopes() {
        Arbitrary<Scope> scope = Combinators.combine(Arbitraries.subsetOf("C:", "", "D:"), Arbitraries.of(0L, 1L, 2L),
                Arbitraries.of(new ScopeFilter(List.of(), List.of(), OptionalLong.empty()),
                        new ScopeFilter(List.of(), List.of("**/a"), OptionalLong.of(1)),
                        new ScopeFilter(List.of("C:/b*"), List.of(), OptionalLong.empty())))
                .as((trees, seconds, filter) -> new Scope(trees.stream().map(tree -> new Area(Location.file(tree), false,
                        Duration.ofSeconds(seconds))).toList(), filter, false, false, false));
        return Combinators.combine(scope, scope, Arbitraries.subsetOf(Normalisation.values())).as((one, other, exact) ->
                new CommonScope(one, other, new ComparisonOptions(ScopeFilter.ALL, exact, false)));
    }

    private static FileItem file(String tree, List<String> path, String content, Instant modified) {
        return new FileItem(Location.file(tree, path.toArray(String[]::new)), FileKind.FILE, content.length(),
                FileTimes.modifiedAt(modified), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Items.sha256(content)),
                Optional.empty(), FileDetails.NONE);
    }

    private static List<Item> once(List<Item> items) {
        Set<Location> seen = new TreeSet<>(Location.ORDER);
        return items.stream().filter(item -> seen.add(item.location())).toList();
    }

    @Property(tries = 500)
    void aSnapshotWithItselfGivesNothing(@ForAll("snapshots") List<Item> items, @ForAll("scopes") CommonScope scope) {
        assertEquals(List.of(), compare(items, items, scope));
    }

    @Property(tries = 2000)
    void oneWithAnotherMirrorsTheOtherWithTheOne(@ForAll("snapshots") List<Item> one, @ForAll("snapshots") List<Item> other,
            @ForAll("scopes") CommonScope scope) {
        Set<String> there = new HashSet<>();
        compare(one, other, scope).forEach(change -> there.add(text(change.kind(), change.before(), change.after(), change)));
        Set<String> back = new HashSet<>();
        compare(other, one, scope).forEach(change -> back.add(text(switch (change.kind()) {
            case ADDED -> ChangeKind.REMOVED;
            case REMOVED -> ChangeKind.ADDED;
            case MODIFIED, MOVED -> change.kind();
        }, change.after(), change.before(), change)));
        assertEquals(there, back);
    }

    /** Gives new objects each time it is asked, as a list does that is read from blocks. */
    private static final class CopyingBuffer implements ChangeBuffer {

        private final List<Change> changes = new ArrayList<>();

        @Override
        public void add(Change change) {
            assertTrue(changes.isEmpty() || changes.getLast().number() < change.number(), "numbers ascend");
            changes.add(change);
        }

        @Override
        public List<Change> end() {
            return new MappedRows<>(changes, one -> new Change(one.number(), one.kind(), one.before(), one.after(), one.attributes(),
                    one.findings(), one.explanation()));
        }
    }

    @Property(tries = 1000)
    void theChangesAreTheSameHoweverTheyAreHeld(@ForAll("snapshots") List<Item> one, @ForAll("snapshots") List<Item> other,
            @ForAll("scopes") CommonScope scope) {
        assertEquals(compare(one, other, scope), SnapshotComparison.run(ListView.of(one.toArray(Item[]::new)),
                ListView.of(other.toArray(Item[]::new)), scope, Knowledge.SHIPPED, CopyingBuffer::new, Progress.NONE).changes());
    }

    private static String text(ChangeKind kind, Optional<Item> was, Optional<Item> is, Change change) {
        return kind + " " + was + " " + is + " " + change.attributes();
    }

    @Property(tries = 2000)
    void everyEditIsRecovered(@ForAll @Size(12) List<Edit> edits) {
        List<Item> before = new ArrayList<>();
        List<Item> after = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (int at = 0; at < edits.size(); at++) {
            FileItem was = file("", List.of("f" + at), "content " + at, NOON);
            FileItem elsewhere = file("", List.of("g" + at), "content " + at, NOON);
            FileItem other = file("", List.of("f" + at), "other " + at, NOON.plusSeconds(1));
            if (edits.get(at) != Edit.ADD) {
                before.add(was);
            }
            switch (edits.get(at)) {
                case KEEP -> after.add(was);
                case ADD -> after.add(was);
                case REMOVE -> { }
                case MODIFY -> after.add(other);
                case MOVE -> after.add(elsewhere);
                case COPY -> after.addAll(List.of(was, elsewhere));
            }
            switch (edits.get(at)) {
                case KEEP -> { }
                case ADD -> expected.add("ADDED /f" + at);
                case REMOVE -> expected.add("REMOVED /f" + at);
                case MODIFY -> expected.add("MODIFIED /f" + at);
                case MOVE -> expected.add("MOVED /f" + at + " /g" + at);
                case COPY -> expected.add("ADDED /g" + at);
            }
        }
        Set<String> found = new TreeSet<>();
        compare(before, after, CommonScope.ofEverything()).forEach(change -> found.add(change.kind() + " "
                + (change.kind() == ChangeKind.MOVED ? change.before().orElseThrow().location().text() + " " : "")
                + change.location().text()));
        assertEquals(expected, found);
    }

    /** What can be done to a file. */
    enum Edit { KEEP, ADD, REMOVE, MODIFY, MOVE, COPY }

    private static List<Change> compare(List<Item> before, List<Item> after, CommonScope scope) {
        return SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)), scope,
                Knowledge.SHIPPED, Progress.NONE).changes();
    }
}
