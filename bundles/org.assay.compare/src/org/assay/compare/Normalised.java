package org.assay.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Normalisation;
import org.assay.model.change.Sameness;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.NameForm;

/** Takes for the same what differs only by where it was read from, and counts how often, so that it can be said. */
final class Normalised {

    private final Sameness rules;
    private long inCase;
    private long inForm;
    private long inStep;
    private long byAnHour;
    private long inDigests;
    private Duration longestStep = Duration.ZERO;

    Normalised(CommonScope scope) {
        this.rules = new Sameness(scope);
    }

    /** In what two items differ by the rules of the comparison. */
    Set<Attribute> differing(Item was, Item is) {
        Set<Attribute> differing = ItemFields.differing(was, is);
        if (was instanceof FileItem before && is instanceof FileItem after
                && (!before.tells(Untold.CONTENT) || !after.tells(Untold.CONTENT)) && digestsDiffer(before, after)) {
            differing.add(Attribute.CONTENT);
        }
        Set<Attribute> seen = rules.seen(differing, was, is);
        if (differing.contains(Attribute.MODIFIED_TIME) && !seen.contains(Attribute.MODIFIED_TIME)) {
            count(rules.timeMadeSame((FileItem) was, (FileItem) is).orElseThrow(), rules.step(was.location(), is.location()));
        }
        return seen;
    }

    /** Whether a digest that both have is not the same, of files of which one side tells no SHA-256. Counts those without a common one. */
    private boolean digestsDiffer(FileItem was, FileItem is) {
        List<DigestAlgorithm> common = was.details().digests().keySet().stream().filter(is.details().digests()::containsKey).toList();
        inDigests += common.isEmpty() && was.kind() == FileKind.FILE ? 1 : 0;
        return common.stream().anyMatch(one -> !was.details().digests().get(one).equals(is.details().digests().get(one)));
    }

    private void count(Normalisation by, Duration step) {
        if (by == Normalisation.HOUR_SHIFT) {
            byAnHour++;
        } else {
            inStep++;
            longestStep = step.compareTo(longestStep) > 0 ? step : longestStep;
        }
    }

    /**
     * {@code changes} with each pair of a removed and an added file made one that is one place under two spellings of its name. Where more
     * than one is meant by a spelling, nothing is made of them.
     *
     * @param changes with ascending numbers
     */
    List<Change> joinNames(List<Change> changes) {
        Map<Location, List<Change>> removed = byName(changes, ChangeKind.REMOVED);
        Map<Location, List<Change>> added = removed.isEmpty() ? Map.of() : byName(changes, ChangeKind.ADDED);
        Set<Integer> joined = new HashSet<>();
        List<Change> modified = new ArrayList<>();
        added.forEach((name, is) -> {
            List<Change> was = removed.getOrDefault(name, List.of());
            if (was.size() == 1 && is.size() == 1) {
                joined.add(was.getFirst().number());
                joined.add(is.getFirst().number());
                int number = changes.getLast().number() + modified.size() + 1;
                modified(number, was.getFirst().item(), is.getFirst().item()).ifPresent(modified::add);
            }
        });
        if (joined.isEmpty()) {
            return changes;
        }
        List<Change> all = new ArrayList<>(changes.size());
        changes.stream().filter(change -> !joined.contains(change.number())).forEach(all::add);
        all.addAll(modified);
        return all;
    }

    private Optional<Change> modified(int number, Item was, Item is) {
        if (!sameSpelling(was.location(), is.location())) {
            boolean form = NameForm.composed(was.location().name()).equals(NameForm.composed(is.location().name()));
            inForm += form ? 1 : 0;
            inCase += form ? 0 : 1;
        }
        Set<Attribute> differing = differing(was, is);
        return differing.isEmpty() ? Optional.empty()
                : Optional.of(Change.of(number, ChangeKind.MODIFIED, Optional.of(was), Optional.of(is), differing, List.of()));
    }

    /** Whether the name itself is the same and only the names above it differ, which are counted themselves. */
    private static boolean sameSpelling(Location was, Location is) {
        return was.name().equals(is.name());
    }

    /** Files only: in {@link Location#ORDER} registry names are without case anyway. */
    private Map<Location, List<Change>> byName(List<Change> changes, ChangeKind kind) {
        Map<Location, List<Change>> byName = new HashMap<>();
        for (Change change : changes) {
            if (change.kind() == kind && change.item() instanceof FileItem) {
                byName.computeIfAbsent(rules.meeting(change.location()), _ -> new ArrayList<>(1)).add(change);
            }
        }
        return byName;
    }

    /** What was taken for the same, a sentence without a full stop each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        say(remarks, inCase, "name differs", "names differ", "in case only, which tells no two files apart there");
        say(remarks, inForm, "name is", "names are", "the same text in another form of Unicode");
        say(remarks, inStep, "modification time differs", "modification times differ", "by less than " + words(longestStep)
                + ", which is as exactly as one of the sources keeps them");
        say(remarks, byAnHour, "modification time differs", "modification times differ",
                "by an hour, as those of a source do that keeps local time without saying which");
        if (inDigests > 0) {
            remarks.add(String.format(Locale.ROOT, "the content of %,d %s was not compared: one side tells no SHA-256, and no digest that"
                    + " both have; capture with --digest for those that the other has", inDigests, inDigests == 1 ? "file" : "files"));
        }
        return remarks;
    }

    private static void say(List<String> remarks, long count, String one, String several, String what) {
        if (count > 0) {
            remarks.add(String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : several) + " " + what + ": taken for the same");
        }
    }

    private static String words(Duration step) {
        return step.compareTo(Duration.ofSeconds(1)) > 0 ? step.toSeconds() + " seconds"
                : step.getSeconds() == 1 ? "a second" : step.toNanos() + " nanoseconds";
    }
}
