package org.assay.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.compare.context.GapCover;
import org.assay.compare.key.Key;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/**
 * The files that moved, as {@link SnapshotComparison} says.
 *
 * @param baseline what the baseline could not read
 * @param suspect what the suspect could not read
 */
record Moves(Normalised normalised, GapCover baseline, GapCover suspect) implements Pairing.Rule {

    @Override
    public OptionalLong lost(Change change) {
        return key(change.before(), change.after());
    }

    @Override
    public OptionalLong gained(Change change) {
        return key(change.after(), change.before());
    }

    @Override
    public boolean pairs(Change change) {
        return (change.kind() == ChangeKind.REMOVED ? suspect : baseline).over(change.location()).isEmpty();
    }

    @Override
    public boolean belongTogether(Change removed, Change added) {
        return content(removed.before()).equals(content(added.after()));
    }

    @Override
    public Optional<Change> joined(Change removed, Change added) {
        return Optional.of(Change.of(added.number(), ChangeKind.MOVED, removed.before(), added.after(),
                normalised.differing(removed.before().orElseThrow(), added.after().orElseThrow()), List.of()));
    }

    /** That of the content that {@code one} has and {@code other} has not. */
    private static OptionalLong key(Optional<Item> one, Optional<Item> other) {
        Optional<Bytes> content = content(one);
        return content.isEmpty() || content.equals(content(other)) ? OptionalLong.empty() : OptionalLong.of(Key.of(content.get()));
    }

    private static Optional<Bytes> content(Optional<Item> item) {
        return item.filter(any -> any instanceof FileItem file && file.kind() == FileKind.FILE
                && (file.sizeBytes() > 0 || !file.reports(Untold.SIZE)))
                .flatMap(file -> ((FileItem) file).sha256());
    }
}
