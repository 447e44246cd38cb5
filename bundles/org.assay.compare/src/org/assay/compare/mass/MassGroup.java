package org.assay.compare.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;

/**
 * Changes that mean one thing.
 *
 * @param changes by number
 * @param files how many files it is about: of a file that was renamed there are two changes
 */
record MassGroup(MassKind kind, List<Change> changes, int files) {

    /** The number of the change that speaks for all. */
    int number() {
        return changes.getFirst().number();
    }

    /** What happened, in how many folders, where and when. */
    String sentence() {
        Change first = changes.getFirst();
        String where = " in " + count(folders(), "folder") + below().map(folder -> " below " + folder.text()).orElse("");
        if (kind == MassKind.NOTE) {
            return "The same new file, " + first.location().name() + ", lies" + where + " whose documents were changed.";
        }
        return count(files, "document") + where + " " + kind.words() + span().orElse("")
                + ". The first is " + first.location().text() + ".";
    }

    private long folders() {
        return changes.stream().map(Arrivals::folder).distinct().count();
    }

    /** The folder that holds all of them; empty when that is no folder of a tree. */
    private Optional<Location> below() {
        List<String> common = new ArrayList<>(Arrivals.folder(changes.getFirst()));
        for (Change change : changes) {
            List<String> folder = Arrivals.folder(change);
            int same = 0;
            while (same < Math.min(common.size(), folder.size()) && common.get(same).equals(folder.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common.size() < 2 ? Optional.empty() : Optional.of(new Location(changes.getFirst().location().space(), common));
    }

    private Optional<String> span() {
        List<Instant> times = changes.stream().filter(change -> change.kind() != ChangeKind.REMOVED).map(Change::after)
                .flatMap(Optional::stream).map(MassGroup::modified).sorted().toList();
        if (times.isEmpty() || kind == MassKind.OVERWRITTEN_UNDER_SAME_TIME) {
            return Optional.empty();
        }
        Duration span = Duration.between(times.getFirst(), times.getLast());
        return Optional.of("; their modified times are from " + times.getFirst() + " to " + times.getLast()
                + (span.compareTo(Duration.ofDays(1)) < 0 ? " (" + (span.toSeconds() < 120 ? count(span.toSeconds(), "second")
                        : count(span.toMinutes(), "minute")) + ")" : ""));
    }

    private static Instant modified(Item item) {
        return ((FileItem) item).modified();
    }

    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
