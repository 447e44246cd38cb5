package org.assay.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.assay.compare.context.GapCover;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/** Finds the files that moved, as {@link SnapshotComparison} says. */
final class Moves {

    private final Map<Bytes, List<Change>> lost = new HashMap<>();
    private final Map<Bytes, List<Change>> gained = new HashMap<>();
    private final GapCover baselineGaps;
    private final GapCover suspectGaps;
    private final Normalised normalised;

    Moves(Normalised normalised, GapCover baselineGaps, GapCover suspectGaps) {
        this.normalised = normalised;
        this.baselineGaps = baselineGaps;
        this.suspectGaps = suspectGaps;
    }

    private void look(List<Change> changes) {
        for (Change change : changes) {
            Optional<Bytes> was = content(change.before());
            Optional<Bytes> is = content(change.after());
            if (!was.equals(is)) {
                was.ifPresent(digest -> lost.computeIfAbsent(digest, _ -> new ArrayList<>(1)).add(change));
                is.ifPresent(digest -> gained.computeIfAbsent(digest, _ -> new ArrayList<>(1)).add(change));
            }
        }
    }

    /** {@code changes} with each certain pair of a removed and an added file made one MOVED change. */
    List<Change> join(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        look(changes);
        if (gained.keySet().stream().noneMatch(digest -> pair(digest).isPresent())) {
            return changes;
        }
        ChangeBuffer joined = buffers.get();
        for (Change change : changes) {
            switch (change.kind()) {
                case ADDED -> joined.add(source(change.after()).map(removed -> moved(removed, change)).orElse(change));
                case REMOVED -> {
                    if (source(change.before()).isEmpty()) {
                        joined.add(change);
                    }
                }
                case MODIFIED, MOVED -> joined.add(change);
            }
        }
        return joined.end();
    }

    /** The removed file of the one pair that the content of {@code item} can mean. */
    private Optional<Change> source(Optional<Item> item) {
        return content(item).flatMap(this::pair);
    }

    private Optional<Change> pair(Bytes digest) {
        List<Change> from = lost.getOrDefault(digest, List.of());
        List<Change> to = gained.getOrDefault(digest, List.of());
        boolean certain = from.size() == 1 && to.size() == 1
                && from.getFirst().kind() == ChangeKind.REMOVED && suspectGaps.over(from.getFirst().location()).isEmpty()
                && to.getFirst().kind() == ChangeKind.ADDED && baselineGaps.over(to.getFirst().location()).isEmpty();
        return certain ? Optional.of(from.getFirst()) : Optional.empty();
    }

    private Change moved(Change removed, Change added) {
        return Change.of(added.number(), ChangeKind.MOVED, removed.before(), added.after(),
                normalised.differing(removed.before().orElseThrow(), added.after().orElseThrow()), List.of());
    }

    private static Optional<Bytes> content(Optional<Item> item) {
        return item.filter(any -> any instanceof FileItem file && file.kind() == FileKind.FILE
                && (file.sizeBytes() > 0 || !file.tells(Untold.SIZE)))
                .flatMap(file -> ((FileItem) file).sha256());
    }
}
