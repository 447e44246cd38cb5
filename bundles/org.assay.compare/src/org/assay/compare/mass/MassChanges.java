package org.assay.compare.mass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.assay.compare.context.FileChange;
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

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Map<MassKind, List<Change>> members = new EnumMap<>(MassKind.class);
    private final Set<Integer> taken = new HashSet<>();

    private MassChanges() {
    }

    /** The same changes with what speaks for many. Those that are explained are left alone. */
    public static List<Change> roll(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        MassChanges masses = new MassChanges();
        List<Change> files = PickedRows.where(changes, change -> !change.isExplained() && isFile(change));
        masses.modified(files);
        masses.renamed(files);
        masses.vanished(files);
        List<MassGroup> groups = masses.groups();
        groups.addAll(notes(files, groups));
        return groups.isEmpty() ? changes : applied(changes, groups, buffers);
    }

    private static boolean isFile(Change change) {
        return change.item() instanceof FileItem file && file.kind() == FileKind.FILE;
    }

    private void modified(List<Change> files) {
        List<Change> overwritten = new ArrayList<>();
        for (Change change : files) {
            FileChange file = new FileChange(change);
            if (change.kind() != ChangeKind.MODIFIED || !file.contentDiffers()) {
                continue;
            }
            FileItem was = file.before().orElseThrow();
            if (Documents.isScrambled(was, file.item())) {
                add(MassKind.SCRAMBLED, change);
            } else if (Documents.isPersonal(was) && !file.differsIn(Attribute.MODIFIED_TIME) && file.isTold(Untold.MODIFIED_TIME)) {
                add(MassKind.OVERWRITTEN_UNDER_SAME_TIME, change);
            } else if (Documents.isPersonal(was)) {
                overwritten.add(change);
            }
        }
        densest(overwritten).forEach(change -> add(MassKind.OVERWRITTEN, change));
    }

    /** The most that were written within an hour, by number. */
    private static List<Change> densest(List<Change> changes) {
        List<Change> byTime = changes.stream().sorted(Comparator.comparing(change -> ((FileItem) change.item()).modified())).toList();
        int best = 0;
        int bestEnd = 0;
        int start = 0;
        for (int end = 0; end < byTime.size(); end++) {
            while (((FileItem) byTime.get(start).item()).modified().plus(WINDOW).isBefore(((FileItem) byTime.get(end).item()).modified())) {
                start++;
            }
            if (end + 1 - start > bestEnd - best) {
                best = start;
                bestEnd = end + 1;
            }
        }
        return byTime.subList(best, bestEnd).stream().sorted(Comparator.comparing(Change::number)).toList();
    }

    private void renamed(List<Change> files) {
        Arrivals arrivals = Arrivals.among(files);
        for (Change change : files) {
            if (change.kind() == ChangeKind.MOVED && isRenamed(change)) {
                add(MassKind.RENAMED, change);
            } else if (change.kind() == ChangeKind.REMOVED && Documents.isOne((FileItem) change.item())) {
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

    private void vanished(List<Change> files) {
        for (Change change : files) {
            if (change.kind() == ChangeKind.REMOVED && !taken.contains(change.number()) && Documents.isPersonal((FileItem) change.item())) {
                add(MassKind.VANISHED, change);
            }
        }
    }

    private void add(MassKind kind, Change change) {
        if (taken.add(change.number())) {
            members.computeIfAbsent(kind, _ -> new ArrayList<>()).add(change);
        }
    }

    private List<MassGroup> groups() {
        List<MassGroup> groups = new ArrayList<>();
        members.forEach((kind, changes) -> {
            int files = (int) changes.stream().filter(change -> kind != MassKind.RENAMED || change.kind() != ChangeKind.ADDED).count();
            if (files >= kind.least()) {
                groups.add(new MassGroup(kind, changes.stream().sorted(Comparator.comparing(Change::number)).toList(), files));
            }
        });
        return groups;
    }

    /** The same new text in several folders in which documents were changed: what tells their owner where to pay. */
    private static List<MassGroup> notes(List<Change> files, List<MassGroup> groups) {
        Set<List<String>> hit = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        groups.stream().flatMap(group -> group.changes().stream()).forEach(change -> {
            hit.add(Arrivals.folder(change));
            known.add(change.number());
        });
        Map<Bytes, List<Change>> same = new LinkedHashMap<>();
        for (Change change : files) {
            if (change.kind() == ChangeKind.ADDED && !known.contains(change.number()) && hit.contains(Arrivals.folder(change))) {
                ((FileItem) change.item()).sha256().ifPresent(digest -> same.computeIfAbsent(digest, _ -> new ArrayList<>()).add(change));
            }
        }
        return same.values().stream().filter(copies -> copies.size() >= MassKind.NOTE.least())
                .map(copies -> new MassGroup(MassKind.NOTE, copies, copies.size())).toList();
    }


    private static List<Change> applied(List<Change> changes, List<MassGroup> groups, Supplier<ChangeBuffer> buffers) {
        Map<Integer, MassGroup> groupOf = new HashMap<>();
        groups.forEach(group -> group.changes().forEach(change -> groupOf.put(change.number(), group)));
        ChangeBuffer applied = buffers.get();
        changes.forEach(change -> applied.add(Optional.ofNullable(groupOf.get(change.number())).map(group -> applied(change, group))
                .orElse(change)));
        return applied.end();
    }

    private static Change applied(Change change, MassGroup group) {
        if (change.number() == group.number()) {
            return change.with(List.of(TYPE.found(group.kind().severity(), group.sentence())));
        }
        return change.explainedBy(new Explanation(ExplanationKind.PART_OF, "mass change #" + group.number(), "the comparison itself",
                "it is one of " + MassGroup.count(group.changes().size(), "change") + " for which change #" + group.number() + " speaks"));
    }
}
