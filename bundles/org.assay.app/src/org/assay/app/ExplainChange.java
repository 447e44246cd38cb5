package org.assay.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.page.ChangeSheet;
import org.assay.app.page.SameContent;
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

    private static final int MAX_PLACES = 50;

    /** Fails with {@link ErrorCode#WRONG_USAGE} when the comparison has no such change. */
    public ChangeSheet run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        TaggedChange tagged = openCase.taggedChange(stored, number);
        Change change = tagged.change();
        return new ChangeSheet(tagged, Score.of(change), same(openCase, stored, change), lines(openCase, stored, change));
    }

    /** Where a file's content came from, where it went, and where it is besides: each place, however many there are. */
    private static List<SameContent> same(Case openCase, Comparison stored, Change change) {
        Optional<FileItem> before = change.before().flatMap(ExplainChange::withContent);
        Optional<FileItem> after = change.after().flatMap(ExplainChange::withContent);
        boolean other = !before.flatMap(FileItem::sha256).equals(after.flatMap(FileItem::sha256));
        List<SameContent> same = new ArrayList<>();
        if (other && after.isPresent()) {
            same.add(elsewhere(openCase, stored.baseline(), "the baseline had this content at", after.get(), change));
        }
        after.ifPresent(file -> same.add(elsewhere(openCase, stored.suspect(), "the suspect has this content also at", file, change)));
        if (other && before.isPresent()) {
            same.add(elsewhere(openCase, stored.suspect(), "the suspect has what the file held at", before.get(), change));
        }
        return same;
    }

    private static Optional<FileItem> withContent(Item item) {
        return item instanceof FileItem file && file.sizeBytes() > 0 && file.sha256().isPresent() ? Optional.of(file) : Optional.empty();
    }

    private static SameContent elsewhere(Case openCase, long snapshot, String what, FileItem file, Change change) {
        ListItems.Found found = new ListItems(List.of(openCase.snapshot(snapshot)), item -> item instanceof FileItem one
                && one.sha256().equals(file.sha256()) && !one.location().equals(change.location()), MAX_PLACES).run(openCase);
        return new SameContent(what, found.rows().stream().map(row -> row.item().location()).toList(), found.found());
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
