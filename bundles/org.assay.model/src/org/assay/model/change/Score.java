package org.assay.model.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.assay.model.Location;

/**
 * How early a change should be looked at. {@code docs/score.md} says how it is made up.
 *
 * @param points 0 or more; only their order means anything
 * @param parts what each thing added, in the order in which it was counted
 */
public record Score(int points, List<Part> parts) {

    /** Of several findings of one kind, each beside the strongest adds this part of what it would add alone. */
    private static final int SAME_KIND_DIVISOR = 10;
    /** What is explained is worth this part of what it were worth otherwise. */
    private static final int EXPLAINED_DIVISOR = 100;
    private static final int EXPOSED_POINTS = 5;
    /** Folders into which every program, or whoever comes in through a service, can write. Upper case. */
    private static final Set<String> EXPOSED = Set.of("TMP", "TEMP", "SHM", "APPDATA", "PUBLIC", "PROGRAMDATA", "DOWNLOADS", "$RECYCLE.BIN",
            "RECYCLER", "PERFLOGS", "HOME", "USERS", "SPOOL");

    /** More make no difference: half of what an int holds, so that what is explained fits behind. */
    private static final long MAX_POINTS = (1L << 30) - 1;

    private static final int MAX_EXPOSED_LENGTH = EXPOSED.stream().mapToInt(String::length).max().orElseThrow();

    /**
     * What one thing added.
     *
     * @param what for people
     * @param points what it added; less than 0 where it took away
     */
    public record Part(String what, int points) {
    }

    public Score {
        parts = List.copyOf(parts);
    }

    /** The score of a change with what made it up. */
    public static Score of(Change change) {
        List<Part> parts = new ArrayList<>();
        return new Score(count(change, (what, points) -> parts.add(new Part(what.get(), points))), parts);
    }

    /** The points of {@link #of}. */
    public static int points(Change change) {
        return count(change, (_, _) -> { });
    }

    /**
     * {@code rows}, which come by number, with what nothing explains and the highest score first, by number where it is the same. Each
     * score is made once, and memory grows by a number a row.
     */
    public static <T> List<T> sorted(List<T> rows, Function<T, Change> change) {
        long[] keys = new long[rows.size()];
        int place = 0;
        for (T row : rows) {
            keys[place] = key(change.apply(row)) & -1L << Integer.SIZE | place;
            place++;
        }
        Arrays.sort(keys);
        return new PickedRows<>(rows, Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
    }

    /** Smaller for what comes earlier: what nothing explains, then the points from above, then the number. */
    public static long key(Change change) {
        long behind = change.isExplained() ? MAX_POINTS + 1 : 0;
        return behind + MAX_POINTS - Math.min(points(change), MAX_POINTS) << Integer.SIZE | change.number();
    }

    /** Takes what was counted; a text is made only where it is wanted. */
    @FunctionalInterface
    private interface Sheet {
        void note(Supplier<String> what, int points);
    }

    private static int count(Change change, Sheet sheet) {
        int total = 0;
        Set<Meaning> seen = EnumSet.noneOf(Meaning.class);
        boolean speaks = change.findings().stream().anyMatch(finding -> Meaning.of(finding.code()) == Meaning.CAME_TOGETHER);
        for (Finding finding : change.findings()) {
            Meaning meaning = Meaning.of(finding.code());
            if (speaks && meaning == Meaning.RUNS) {
                // What makes each of them a finding is what is found of them together.
                meaning = Meaning.CAME_TOGETHER;
            }
            boolean isFirst = seen.add(meaning);
            int points = full(finding, meaning) / (isFirst ? 1 : SAME_KIND_DIVISOR);
            String label = meaning.label();
            sheet.note(() -> finding.code() + ", " + finding.severity() + ": " + label
                    + (isFirst ? "" : ", as something above does"), points);
            total += points;
        }
        if (change.isExplained()) {
            int taken = total / EXPLAINED_DIVISOR - total;
            sheet.note(() -> "it is explained: " + change.explanation().orElseThrow().subject(), taken);
            total += taken;
        }
        if (isExposed(change.location())) {
            sheet.note(() -> "lies where anybody can write", EXPOSED_POINTS);
            total += EXPOSED_POINTS;
        }
        return total;
    }

    /** What {@code finding} counts alone. */
    public static int points(Finding finding) {
        return full(finding, Meaning.of(finding.code()));
    }

    private static int full(Finding finding, Meaning meaning) {
        return switch (finding.severity()) {
            case HIGH -> meaning.points();
            case MEDIUM -> meaning.points() * 2 / 5;
            case LOW -> meaning.points() / 10;
            case INFO -> 0;
        };
    }

    private static boolean isExposed(Location location) {
        if (!location.space().isFile()) {
            return false;
        }
        List<String> components = location.components();
        for (int at = 0; at < components.size() - 1; at++) {
            String name = components.get(at);
            if (name.length() <= MAX_EXPOSED_LENGTH && EXPOSED.contains(name.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
