package org.assay.compare.mass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;

/** The new files of each folder, to be found by what they may have taken the place of. Each is given once. */
final class Arrivals {

    /** Where a file can be found: its folder and its name without the last extension; without a name, whatever looks like chance. */
    private record Key(List<String> folder, Optional<String> stem) {
    }

    private final Map<Key, Deque<Change>> came = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();

    private Arrivals() {
    }

    static Arrivals among(List<Change> files) {
        Arrivals arrivals = new Arrivals();
        for (Change change : files) {
            FileItem file = (FileItem) change.item();
            if (change.kind() == ChangeKind.ADDED && FileNames.runnable(file).isEmpty()) {
                arrivals.add(change, Optional.of(FileNames.stem(file.location().name())));
                if (Documents.looksLikeChance(file)) {
                    arrivals.add(change, Optional.empty());
                }
            }
        }
        return arrivals;
    }

    private void add(Change change, Optional<String> stem) {
        came.computeIfAbsent(new Key(folder(change), stem), _ -> new ArrayDeque<>()).add(change);
    }

    /** What came in the folder of {@code gone}, named like it with something behind, or of no known content. */
    Optional<Change> takeFor(Change gone) {
        String name = gone.location().name();
        return Stream.of(Optional.of(name), Optional.of(FileNames.stem(name)), Optional.<String>empty())
                .map(stem -> came.getOrDefault(new Key(folder(gone), stem), new ArrayDeque<>()))
                .flatMap(queue -> next(queue, name).stream()).findFirst();
    }

    private Optional<Change> next(Deque<Change> queue, String name) {
        while (!queue.isEmpty()) {
            Change change = queue.peek();
            boolean fits = change.location().name().startsWith(name + ".")
                    || !Documents.isOne((FileItem) change.item()) && FileChange.type((FileItem) change.item()) == ContentType.DATA;
            if (given.contains(change.number())) {
                queue.poll();
            } else if (fits) {
                given.add(change.number());
                return Optional.of(queue.poll());
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The components of the folder in which the change's item is. */
    static List<String> folder(Change change) {
        List<String> components = change.location().components();
        return components.subList(0, components.size() - 1);
    }
}
