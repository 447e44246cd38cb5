package org.assay.compare.context;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.FileName;

/**
 * The lines of a small file before and now, without blanks around them.
 *
 * @param before empty where the file was not there
 * @param after empty where it is gone
 */
public record TextPair(List<String> before, List<String> after) {

    public TextPair {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Those of a changed file; empty where a content that there is was not kept. */
    static Optional<TextPair> of(Change change, SnapshotView baseline, SnapshotView suspect) {
        Optional<List<String>> was = lines(change.before(), baseline);
        Optional<List<String>> is = lines(change.after(), suspect);
        return was.flatMap(before -> is.map(after -> new TextPair(before, after)));
    }

    private static Optional<List<String>> lines(Optional<Item> item, SnapshotView view) {
        if (item.isEmpty()) {
            return Optional.of(List.of());
        }
        return item.filter(FileItem.class::isInstance).flatMap(file -> ((FileItem) file).sha256()).flatMap(view::content)
                .map(content -> FileName.decode(content).lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** The lines that came, each once, in order, comments left out. */
    public List<String> added() {
        return without(after, before);
    }

    /** The lines that went. */
    public List<String> removed() {
        return without(before, after);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> left = new LinkedHashSet<>(lines);
        others.forEach(left::remove);
        left.removeIf(line -> line.startsWith("#"));
        return List.copyOf(left);
    }
}
