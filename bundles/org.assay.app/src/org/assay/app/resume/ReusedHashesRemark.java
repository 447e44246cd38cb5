package org.assay.app.resume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.SnapshotView;

/**
 * Says of a snapshot that the digests of files which were not touched since are another snapshot's. It lies in the case as a remark.
 *
 * @param snapshot whose digests they are
 */
public record ReusedHashesRemark(long snapshot) {

    private static final String SENTENCE = "files that were not touched since were not hashed again: their digests are from snapshot ";
    private static final Pattern TEXT = Pattern.compile(Pattern.quote(SENTENCE) + "([0-9]{1,18})");

    /** What {@code remark} says, if it says this. */
    public static Optional<ReusedHashesRemark> of(Remark remark) {
        Matcher text = TEXT.matcher(remark.text());
        return text.matches() ? Optional.of(new ReusedHashesRemark(Long.parseLong(text.group(1)))) : Optional.empty();
    }

    /** The remark that says this, on the first tree of {@code view}, which is the snapshot; where it has none, nothing is reused. */
    public List<Remark> on(SnapshotView view) {
        try (ItemStream items = view.items()) {
            return items.hasNext() && items.next() instanceof FileItem root ? List.of(new Remark(root.location(), SENTENCE + snapshot))
                    : List.of();
        }
    }

    /** What lists of a comparison with the snapshot {@code number} say, whose {@code remarks} these are. */
    public static Stream<String> inLists(long number, List<Remark> remarks) {
        return remarks.stream().flatMap(remark -> of(remark).stream()).map(reused -> "snapshot " + number + " was captured since snapshot "
                + reused.snapshot() + ": the content of files with the same number, size and times was not read again").distinct();
    }
}
