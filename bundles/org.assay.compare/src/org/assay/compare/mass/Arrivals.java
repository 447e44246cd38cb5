package org.assay.compare.mass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.compare.key.KeyedPlaces;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;

/** The new files of each folder, to be found by what they may have taken the place of. Each is given once. */
final class Arrivals {

    private final List<Change> files;
    private final KeyedPlaces came = new KeyedPlaces();
    private final BitSet given = new BitSet();

    private Arrivals(List<Change> files) {
        this.files = files;
    }

    /** Those among {@code files} that can have taken the place of a document that is gone. */
    static Arrivals among(List<Change> files) {
        KeyCounts sought = new KeyCounts();
        for (Change change : files) {
            if (isGone(change)) {
                places(change).forEach(sought::add);
            }
        }
        Arrivals arrivals = new Arrivals(files);
        if (!sought.isEmpty()) {
            arrivals.look(key -> sought.has(key, 1));
        }
        return arrivals;
    }

    /** Whether {@code change} took a document away. */
    static boolean isGone(Change change) {
        return change.kind() == ChangeKind.REMOVED && Documents.isOne((FileItem) change.item());
    }

    private void look(LongPredicate sought) {
        int place = 0;
        for (Change change : files) {
            FileItem file = (FileItem) change.item();
            if (change.kind() == ChangeKind.ADDED && FileNames.runnable(file).isEmpty()) {
                int at = place;
                LongStream.concat(LongStream.of(named(change, FileNames.stem(file.location().name()))),
                        Documents.looksLikeChance(file) ? LongStream.of(unnamed(change)) : LongStream.empty())
                        .filter(sought).forEach(key -> came.add(key, at));
            }
            place++;
        }
    }

    /** Where what took the place of {@code gone} can be found: by its name, its name without the extension, or as looking like chance. */
    private static LongStream places(Change gone) {
        String name = gone.location().name();
        return LongStream.of(named(gone, name), named(gone, FileNames.stem(name)), unnamed(gone));
    }

    /** The key of a change's folder with the name of a file without its last extension. */
    private static long named(Change change, String stem) {
        List<String> names = new ArrayList<>(folder(change));
        names.add(stem);
        return Key.of(names);
    }

    /** The key of a change's folder and whatever in it looks like chance. */
    private static long unnamed(Change change) {
        return Key.of(folder(change)) + 1;
    }

    /** What came in the folder of {@code gone}, named like it with something behind, or of no known content. */
    Optional<Change> takeFor(Change gone) {
        return places(gone).mapToObj(key -> next(key, gone)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Change> next(long key, Change gone) {
        for (OptionalInt place = came.first(key); place.isPresent(); place = came.first(key)) {
            if (given.get(place.getAsInt())) {
                came.take(key);
                continue;
            }
            Change change = files.get(place.getAsInt());
            boolean fits = folder(change).equals(folder(gone)) && (change.location().name().startsWith(gone.location().name() + ".")
                    || !Documents.isOne((FileItem) change.item()) && FileChange.type((FileItem) change.item()) == ContentType.DATA);
            if (!fits) {
                return Optional.empty();
            }
            given.set(place.getAsInt());
            came.take(key);
            return Optional.of(change);
        }
        return Optional.empty();
    }

    /** The components of the folder in which the change's item is. */
    static List<String> folder(Change change) {
        List<String> components = change.location().components();
        return components.subList(0, components.size() - 1);
    }
}
