package org.assay.compare.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;

/** Changes that mean one thing: what is told of them, and their numbers, of which there may be millions. */
final class MassGroup {

    private final MassKind kind;
    private int[] numbers = new int[4];
    private int changes;
    /** The first one by number. */
    private Optional<Change> first = Optional.empty();
    private List<String> common = List.of();
    private final KeyCounts folders = new KeyCounts();
    private Optional<Instant> earliest = Optional.empty();
    private Optional<Instant> latest = Optional.empty();
    private int files;

    MassGroup(MassKind kind) {
        this.kind = kind;
    }

    /** Adds a change that is not there yet; they may come in any order. */
    void add(Change change) {
        List<String> folder = Arrivals.folder(change);
        common = changes == 0 ? List.copyOf(folder) : common(common, folder);
        if (changes == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * changes);
        }
        numbers[changes++] = change.number();
        folders.add(Key.of(folder));
        first = first.filter(one -> one.number() < change.number()).or(() -> Optional.of(change));
        // Of a file that was renamed there are two changes.
        files += kind == MassKind.RENAMED && change.kind() == ChangeKind.ADDED ? 0 : 1;
        if (change.kind() != ChangeKind.REMOVED) {
            Instant modified = ((FileItem) change.item()).modified();
            earliest = earliest.filter(one -> one.isBefore(modified)).or(() -> Optional.of(modified));
            latest = latest.filter(one -> one.isAfter(modified)).or(() -> Optional.of(modified));
        }
    }

    MassKind kind() {
        return kind;
    }

    IntStream numbers() {
        return Arrays.stream(numbers, 0, changes);
    }

    int changes() {
        return changes;
    }

    boolean isLarge() {
        return files >= kind.least();
    }

    /** Whether one of the changes is in the folder with this key. */
    boolean isIn(long folder) {
        return folders.has(folder, 1);
    }

    /** The number of the change that speaks for all. */
    int number() {
        return first.orElseThrow().number();
    }

    /** What happened, in how many folders, where and when. */
    String sentence() {
        Location place = first.orElseThrow().location();
        String where = " in " + count(folders.distinct(), "folder")
                + (common.size() < 2 ? "" : " below " + new Location(place.space(), common).text());
        if (kind == MassKind.NOTE) {
            return "The same new file, " + place.name() + ", lies" + where + " whose documents were changed.";
        }
        return count(files, "document") + where + " " + kind.words() + span().orElse("") + ". The first is " + place.text() + ".";
    }

    /** The folder that holds both; one component is no folder of a tree. */
    private static List<String> common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same == one.size() ? one : List.copyOf(one.subList(0, same));
    }

    private Optional<String> span() {
        if (earliest.isEmpty() || kind == MassKind.OVERWRITTEN_UNDER_SAME_TIME) {
            return Optional.empty();
        }
        Duration span = Duration.between(earliest.get(), latest.orElseThrow());
        return Optional.of("; their modified times are from " + earliest.get() + " to " + latest.get()
                + (span.compareTo(Duration.ofDays(1)) < 0 ? " (" + (span.toSeconds() < 120 ? count(span.toSeconds(), "second")
                        : count(span.toMinutes(), "minute")) + ")" : ""));
    }

    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
