package org.assay.compare.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.assay.compare.context.FileChange;
import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.FindingType;
import org.assay.model.change.PickedRows;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/**
 * Finds what happened to documents by the hundred: encrypted, renamed, overwritten, removed. One change of each such group gets a finding
 * that speaks for all; the others point to it, so that thousands of rows do not stand before everything else.
 */
public final class MassChanges {

    public static final FindingType TYPE = new FindingType("mass-change", "Many documents changed alike",
            "documents, pictures, recordings, archives and sources", List.of(Severity.HIGH, Severity.MEDIUM),
            List.of("T1486", "T1485", "T1561"));

    private static final long MAX_SECOND = Long.MAX_VALUE / 2_000_000;
    private static final Duration WINDOW = Duration.ofHours(1);
    /** How many texts that lie in many folders are looked for: who leaves notes leaves one or a few. */
    private static final int MAX_NOTE_COUNT = 1_000;

    private final List<Change> files;
    private final Map<MassKind, MassGroup> groups = new EnumMap<>(MassKind.class);
    private final BitSet taken = new BitSet();

    private MassChanges(List<Change> files) {
        this.files = files;
    }

    /** The same changes, numbered from 1, with what speaks for many. Those that are explained are left alone. */
    public static List<Change> roll(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        MassChanges masses = new MassChanges(PickedRows.where(changes, change -> !change.isExplained() && isFile(change)));
        masses.modified();
        masses.renamed();
        masses.vanished();
        List<MassGroup> groups = new ArrayList<>(masses.groups.values().stream().filter(MassGroup::isLarge).toList());
        groups.addAll(masses.notes(groups));
        return groups.isEmpty() ? changes : applied(changes, groups, buffers);
    }

    private static boolean isFile(Change change) {
        return change.item() instanceof FileItem file && file.kind() == FileKind.FILE;
    }

    private void modified() {
        LongStream.Builder times = LongStream.builder();
        for (Change change : files) {
            Optional<MassKind> kind = modified(change);
            if (kind.equals(Optional.of(MassKind.OVERWRITTEN))) {
                times.add(time(change));
            } else {
                kind.ifPresent(one -> add(one, change));
            }
        }
        long[] sorted = times.build().sorted().toArray();
        if (sorted.length >= MassKind.OVERWRITTEN.least()) {
            Span hour = Span.densest(sorted);
            for (Change change : files) {
                if (modified(change).equals(Optional.of(MassKind.OVERWRITTEN)) && hour.contains(time(change))) {
                    add(MassKind.OVERWRITTEN, change);
                }
            }
        }
    }

    /** What became of a document whose content changed. */
    private static Optional<MassKind> modified(Change change) {
        FileChange file = new FileChange(change);
        if (change.kind() != ChangeKind.MODIFIED || !file.contentDiffers()) {
            return Optional.empty();
        }
        FileItem was = file.before().orElseThrow();
        return Documents.isScrambled(was, file.item()) ? Optional.of(MassKind.SCRAMBLED)
                : !Documents.isPersonal(was) ? Optional.empty()
                : !file.differsIn(Attribute.MODIFIED_TIME) && file.isReported(Untold.MODIFIED_TIME)
                        ? Optional.of(MassKind.OVERWRITTEN_UNDER_SAME_TIME) : Optional.of(MassKind.OVERWRITTEN);
    }

    /** When it was modified, in microseconds since 1970; times beyond the year 292,000 are not told apart. */
    private static long time(Change change) {
        Instant modified = ((FileItem) change.item()).modified();
        long second = Math.clamp(modified.getEpochSecond(), -MAX_SECOND, MAX_SECOND);
        return second * 1_000_000 + modified.getNano() / 1_000;
    }

    /** From one time to another, both of them included, in microseconds. */
    private record Span(long from, long to) {

        /** The hour in which most of {@code times} are, the first of several. */
        static Span densest(long[] sorted) {
            int best = 0;
            int bestEnd = 0;
            int start = 0;
            for (int end = 0; end < sorted.length; end++) {
                while (sorted[end] - sorted[start] > WINDOW.toMillis() * 1_000) {
                    start++;
                }
                if (end + 1 - start > bestEnd - best) {
                    best = start;
                    bestEnd = end + 1;
                }
            }
            return new Span(sorted[best], sorted[bestEnd - 1]);
        }

        boolean contains(long time) {
            return time >= from && time <= to;
        }
    }

    private void renamed() {
        Arrivals arrivals = Arrivals.among(files);
        for (Change change : files) {
            if (change.kind() == ChangeKind.MOVED && isRenamed(change)) {
                add(MassKind.RENAMED, change);
            } else if (Arrivals.isGone(change)) {
                arrivals.takeFor(change).ifPresent(other -> {
                    add(MassKind.RENAMED, change);
                    add(MassKind.RENAMED, other);
                });
            }
        }
    }

    private static boolean isRenamed(Change change) {
        String was = change.before().orElseThrow().location().name();
        return Documents.isOne((FileItem) change.before().orElseThrow()) && change.location().name().startsWith(was + ".");
    }

    private void vanished() {
        for (Change change : files) {
            if (change.kind() == ChangeKind.REMOVED && !taken.get(change.number()) && Documents.isPersonal((FileItem) change.item())) {
                add(MassKind.VANISHED, change);
            }
        }
    }

    private void add(MassKind kind, Change change) {
        if (!taken.get(change.number())) {
            taken.set(change.number());
            groups.computeIfAbsent(kind, MassGroup::new).add(change);
        }
    }

    /** The same new text in several folders in which documents were changed: what tells their owner where to pay. */
    private List<MassGroup> notes(List<MassGroup> hit) {
        if (hit.isEmpty()) {
            return List.of();
        }
        BitSet known = new BitSet();
        hit.forEach(group -> group.numbers().forEach(known::set));
        List<Change> came = PickedRows.where(files, change -> change.kind() == ChangeKind.ADDED && !known.get(change.number())
                && hit.stream().anyMatch(group -> group.isIn(Key.of(Arrivals.folder(change)))));
        KeyCounts contents = new KeyCounts();
        came.forEach(change -> ((FileItem) change.item()).sha256().ifPresent(digest -> contents.add(Key.of(digest))));
        Map<Bytes, MassGroup> same = new LinkedHashMap<>();
        for (Change change : came) {
            ((FileItem) change.item()).sha256().filter(digest -> contents.has(Key.of(digest), MassKind.NOTE.least())
                    && (same.size() < MAX_NOTE_COUNT || same.containsKey(digest)))
                    .ifPresent(digest -> same.computeIfAbsent(digest, _ -> new MassGroup(MassKind.NOTE)).add(change));
        }
        return same.values().stream().filter(MassGroup::isLarge).toList();
    }

    private static List<Change> applied(List<Change> changes, List<MassGroup> groups, Supplier<ChangeBuffer> buffers) {
        int[] groupOf = new int[changes.size() + 1];
        for (int at = 0; at < groups.size(); at++) {
            int group = at + 1;
            groups.get(at).numbers().forEach(number -> groupOf[number] = group);
        }
        ChangeBuffer applied = buffers.get();
        changes.forEach(change -> applied.add(groupOf[change.number()] == 0 ? change
                : applied(change, groups.get(groupOf[change.number()] - 1))));
        return applied.end();
    }

    private static Change applied(Change change, MassGroup group) {
        if (change.number() == group.number()) {
            return change.with(List.of(TYPE.found(group.kind().severity(), group.sentence())));
        }
        return change.explainedBy(new Explanation(ExplanationKind.PART_OF, "mass change #" + group.number(), "the comparison itself",
                "it is one of " + MassGroup.count(group.changes(), "change") + " for which change #" + group.number() + " speaks"));
    }
}
