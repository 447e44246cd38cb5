package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeFingerprint;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.change.Decision;
import org.assay.model.change.HeldTags;
import org.assay.model.change.Normalisation;
import org.assay.model.change.Sameness;
import org.assay.model.change.Tag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Scope;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.testkit.Items;
import org.assay.testkit.ListView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * While the list shows the same change, its tag holds. Random machines are captured twice; what differs between the two captures in the
 * eyes of the comparison loses its tag, all else keeps it, whatever was made the same.
 */
class HeldTagsTest {

    private static final Instant TIME = Instant.parse("2020-03-04T10:00:00Z");
    /** More than what a comparison takes the content of in these tests. */
    private static final int LARGE = 9;

    /** What a comparison can be made to overlook, each with the rules under which it does. */
    private enum Overlooked {
        NOTHING(Duration.ZERO, false, ScopeFilter.ALL),
        CASE(Duration.ZERO, true, ScopeFilter.ALL),
        FORM(Duration.ZERO, false, ScopeFilter.ALL),
        SECOND(Duration.ofSeconds(1), false, ScopeFilter.ALL), HOUR(Duration.ofSeconds(2), false, ScopeFilter.ALL),
        SIZE(Duration.ZERO, false, new ScopeFilter(List.of(), List.of(), OptionalLong.of(LARGE - 1))),
        ALL(Duration.ofSeconds(2), true, SIZE.filter);

        private final Duration step;
        private final boolean caseless;
        private final ScopeFilter filter;

        Overlooked(Duration step, boolean caseless, ScopeFilter filter) {
            this.step = step;
            this.caseless = caseless;
            this.filter = filter;
        }

        private CommonScope scope() {
            Set<Normalisation> exact = this == NOTHING ? EnumSet.allOf(Normalisation.class) : Set.of();
            Scope coarse = new Scope(List.of(new Area(Location.file("t"), caseless, step)), ScopeFilter.ALL, true, false, false);
            Scope fine = new Scope(List.of(new Area(Location.file("t"), false, Duration.ZERO)), ScopeFilter.ALL, true, false, false);
            return new CommonScope(coarse, fine, new ComparisonOptions(filter, exact, false));
        }
    }

    /** A file of a random machine; the same number is the same name in the eyes of whoever overlooks its spelling. */
    private record Plain(int name, int spelling, long millis, String content, int mode) {

        private Item item() {
            String shown = List.of("a", "\u00e9t\u00e9", "b", "c", "d").get(name);
            String spelled = switch (spelling) {
                case 1 -> shown.toUpperCase(Locale.ROOT);
                case 2 -> Normalizer.normalize(shown, Normalizer.Form.NFD);
                default -> shown;
            };
            FileItem file = Items.file(Location.file("t", spelled), content);
            return new FileItem(file.location(), file.kind(), file.sizeBytes(), FileTimes.modifiedAt(TIME.plusMillis(millis)),
                    Optional.of(mode), Optional.empty(), Optional.empty(), file.sha256(), Optional.empty(), file.details());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTagHoldsWhileTheComparisonSeesTheSame(Overlooked overlooked) {
        CommonScope scope = overlooked.scope();
        Sameness rules = new Sameness(scope);
        int held = 0;
        int lost = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Map<Integer, Plain> before = machine(random);
            Map<Integer, Plain> first = altered(before, random, 3);
            Map<Integer, Plain> second = altered(first, random, 2);
            Map<Location, Change> tagged = changes(before, first, scope, rules);
            HeldTags tags = new HeldTags(tagged.values().stream().map(change -> new Tag("pc", change.location(),
                    ChangeFingerprint.of(change, rules), Decision.ACCEPT, "", "ann", TIME)).toList(), rules);
            Set<Location> between = changes(first, second, scope, rules).keySet();
            for (Change change : changes(before, second, scope, rules).values()) {
                Location place = rules.meeting(change.location());
                Optional<Change> same = Optional.ofNullable(tagged.get(place)).filter(was -> isRowOf(was, change));
                if (same.isPresent() && !between.contains(place)) {
                    assertTrue(tags.of(change).isPresent(), () -> "lost: " + change + ", tagged as " + same.get());
                    held++;
                } else if (same.isEmpty() || change.kind() == ChangeKind.ADDED) {
                    assertEquals(Optional.empty(), tags.of(change), () -> "kept for " + change);
                    lost++;
                }
            }
        }
        assertTrue(held > 100 && lost > 100, held + " held, " + lost + " lost");
    }

    private static boolean isRowOf(Change was, Change is) {
        return was.kind() == is.kind() && was.attributes().equals(is.attributes());
    }

    private static Map<Location, Change> changes(Map<Integer, Plain> before, Map<Integer, Plain> after, CommonScope scope, Sameness rules) {
        Map<Location, Change> changes = new TreeMap<>(Location.ORDER);
        SnapshotComparison.run(view(before), view(after), scope, Knowledge.SHIPPED, Progress.NONE).changes()
                .forEach(change -> changes.put(rules.meeting(change.location()), change));
        return changes;
    }

    private static ListView view(Map<Integer, Plain> machine) {
        return ListView.of(machine.values().stream().map(Plain::item).toArray(Item[]::new));
    }

    private static Map<Integer, Plain> machine(Random random) {
        Map<Integer, Plain> machine = new TreeMap<>();
        for (int name = 0; name < 5; name++) {
            if (random.nextInt(3) > 0) {
                machine.put(name, new Plain(name, 0, 0, content(random), 0644));
            }
        }
        return machine;
    }

    /** Each content once, or it would count as moved. */
    private static String content(Random random) {
        int unlike = random.nextInt(1_000_000_000);
        return random.nextBoolean() ? "%09d".formatted(unlike) : "%08d".formatted(unlike % 100_000_000);
    }

    private static Map<Integer, Plain> altered(Map<Integer, Plain> machine, Random random, int times) {
        Map<Integer, Plain> altered = new TreeMap<>(machine);
        for (int time = 0; time < times; time++) {
            int name = random.nextInt(5);
            Plain was = altered.getOrDefault(name, new Plain(name, 0, 0, content(random), 0644));
            long late = List.of(1L, 900L, 1_900L, 3_600_000L, 3_600_900L, 7_200_000L, 86_400_000L).get(random.nextInt(7));
            altered.put(name, switch (random.nextInt(5)) {
                case 0 -> new Plain(name, random.nextInt(3), was.millis, was.content, was.mode);
                case 1 -> new Plain(name, was.spelling, was.millis + late, was.content, was.mode);
                case 2 -> new Plain(name, was.spelling, was.millis, content(random), was.mode);
                case 3 -> new Plain(name, was.spelling, was.millis, was.content, 0600 + random.nextInt(2));
                default -> was;
            });
        }
        return altered;
    }
}
