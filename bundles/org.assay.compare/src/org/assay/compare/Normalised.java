package org.assay.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.assay.compare.key.Key;
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
                && (!before.reports(Untold.CONTENT) || !after.reports(Untold.CONTENT)) && digestsDiffer(before, after)) {
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
        List<DigestAlgorithm> common = was.details().digests().keySet().stream().filter(is.details().digests()::containsKey)
                .filter(one -> !one.isOfPrograms()).toList();
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
     * What joins a removed and an added file that are one place under two spellings of its name. Where more than one is meant by a
     * spelling, nothing is made of them.
     */
    Pairing.Rule names() {
        return new Names();
    }

    /** Files only: in {@link Location#ORDER} registry names are without case anyway. */
    private final class Names implements Pairing.Rule {

        @Override
        public OptionalLong lost(Change change) {
            return key(change, ChangeKind.REMOVED);
        }

        @Override
        public OptionalLong gained(Change change) {
            return key(change, ChangeKind.ADDED);
        }

        @Override
        public boolean pairs(Change change) {
            return true;
        }

        @Override
        public boolean belongTogether(Change removed, Change added) {
            return rules.meeting(removed.location()).equals(rules.meeting(added.location()));
        }

        @Override
        public Optional<Change> joined(Change removed, Change added) {
            countSpelling(removed.location(), added.location());
            Set<Attribute> differing = differing(removed.item(), added.item());
            return differing.isEmpty() ? Optional.empty()
                    : Optional.of(Change.of(added.number(), ChangeKind.MODIFIED, removed.before(), added.after(), differing, List.of()));
        }

        private OptionalLong key(Change change, ChangeKind kind) {
            return change.kind() == kind && change.item() instanceof FileItem
                    ? OptionalLong.of(Key.of(rules.meeting(change.location()))) : OptionalLong.empty();
        }
    }

    /** Where only the names above it differ, these are counted themselves. */
    private void countSpelling(Location was, Location is) {
        if (!was.name().equals(is.name())) {
            boolean form = NameForm.composed(was.name()).equals(NameForm.composed(is.name()));
            inForm += form ? 1 : 0;
            inCase += form ? 0 : 1;
        }
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
                    + " both have; capture with those digests that the other has", inDigests, inDigests == 1 ? "file" : "files"));
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
