package org.assay.app;

import java.util.List;
import java.util.Optional;

import org.assay.app.page.ChangeSheet;
import org.assay.app.page.LineDifference;
import org.assay.model.ErrorCode;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Score;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.SnapshotView;
import org.assay.startup.ReadText;

/** Tells all of one change of a comparison, and why it stands where it does in a list. */
public record ExplainChange(long comparison, int number) {

    public static final Argument<Long> NUMBER = Argument.optional("explain", "Change", "Show all of this one change, and what each thing"
            + " added to its score.", "N", new ArgumentType.WholeNumber(1, Integer.MAX_VALUE));

    /** Fails with {@link ErrorCode#WRONG_USAGE} when the comparison has no such change. */
    public ChangeSheet run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        TaggedChange tagged = openCase.taggedChange(stored, number);
        Change change = tagged.change();
        return new ChangeSheet(tagged, Score.of(change), lines(openCase, stored, change));
    }

    private static Optional<List<String>> lines(Case openCase, Comparison stored, Change change) {
        Optional<List<String>> before = change.before().flatMap(item -> text(openCase, stored.baseline(), item));
        Optional<List<String>> after = change.after().flatMap(item -> text(openCase, stored.suspect(), item));
        boolean known = (before.isPresent() || change.before().isEmpty()) && (after.isPresent() || change.after().isEmpty())
                && (before.isPresent() || after.isPresent());
        return known ? Optional.of(LineDifference.of(before.orElse(List.of()), after.orElse(List.of()))) : Optional.empty();
    }

    /** The lines of a kept content; empty when it was not kept. */
    private static Optional<List<String>> text(Case openCase, long snapshot, Item item) {
        SnapshotView machine = openCase.store().view(snapshot);
        return item instanceof FileItem file ? file.sha256().flatMap(machine::content)
                .map(content -> ReadText.of(content, file.location().name(), machine).text().lines().toList()) : Optional.empty();
    }
}
