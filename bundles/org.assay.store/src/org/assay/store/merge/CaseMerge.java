package org.assay.store.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.assay.model.change.Comparison;
import org.assay.model.change.MergeOutcome;
import org.assay.model.change.Tag;
import org.assay.model.change.TagConflict;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.store.database.Rows;
import org.assay.store.digest.Part;
import org.assay.store.digest.PartDigest;
import org.assay.store.table.ComparisonTable;
import org.assay.store.table.SnapshotTable;
import org.assay.store.table.TagTable;

/** Takes what another case holds into this one, within one transaction. The other was checked against its digests before. */
public final class CaseMerge {

    private final Connection from;
    private final Connection to;
    private final CopiedRows rows;
    /** By the other case's numbers. */
    private final Map<Long, Long> snapshots = new LinkedHashMap<>();
    private final Map<Long, Long> comparisons = new LinkedHashMap<>();
    private final List<Long> newSnapshots = new ArrayList<>();
    private final List<Long> newComparisons = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    /** What is here, by what tells one from another. */
    private final Map<List<Object>, Long> knownSnapshots = new HashMap<>();
    private final Map<List<Object>, Long> knownComparisons = new HashMap<>();

    public CaseMerge(Connection from, Connection to) {
        this.from = from;
        this.to = to;
        this.rows = new CopiedRows(from, to);
    }

    /** The tags of both that are on the same change of the same host and do not say the same, by host and location, from number 1. */
    public static List<TagConflict> conflicts(Connection from, Connection to) throws SQLException {
        return conflicts(byPlace(to), TagTable.all(from));
    }

    private static List<TagConflict> conflicts(Map<List<Object>, Tag> ours, List<Tag> others) {
        List<TagConflict> conflicts = new ArrayList<>();
        for (Tag theirs : others) {
            Tag own = ours.get(key(theirs));
            if (own != null && (own.decision() != theirs.decision() || !own.note().equals(theirs.note()))) {
                conflicts.add(new TagConflict(conflicts.size() + 1, own, theirs));
            }
        }
        return conflicts;
    }

    private static Map<List<Object>, Tag> byPlace(Connection connection) throws SQLException {
        Map<List<Object>, Tag> tags = new HashMap<>();
        TagTable.all(connection).forEach(tag -> tags.put(key(tag), tag));
        return tags;
    }

    private static List<Object> key(Tag tag) {
        return List.of(tag.host(), tag.location(), tag.fingerprint());
    }

    /** Copies; of {@link #conflicts} ours stays unless {@code takesTheirs}. */
    public MergeOutcome run(Predicate<TagConflict> takesTheirs) throws SQLException {
        contents();
        for (Snapshot ours : SnapshotTable.all(to)) {
            knownSnapshots.putIfAbsent(key(ours), ours.id());
        }
        for (Comparison ours : ComparisonTable.all(to)) {
            knownComparisons.putIfAbsent(key(ours, ours.baseline(), ours.suspect(), ComparisonTable.digest(to, ours.id())), ours.id());
        }
        for (Snapshot theirs : SnapshotTable.all(from)) {
            snapshot(theirs);
        }
        for (Comparison theirs : ComparisonTable.all(from)) {
            comparison(theirs);
        }
        Map<List<Object>, Tag> ours = byPlace(to);
        List<Tag> theirs = TagTable.all(from);
        List<TagConflict> conflicts = conflicts(ours, theirs);
        int tags = tags(ours, theirs, conflicts, takesTheirs);
        int entries = new IncidentMerge(from, to, comparisons).run(leftOut);
        return new MergeOutcome(newSnapshots, snapshots.size() - newSnapshots.size(), newComparisons, tags, entries, conflicts,
                leftOut);
    }

    /** Kept files are known by their digests, which were checked. */
    private void contents() throws SQLException {
        for (Bytes sha256 : Rows.list(from, "select sha256 from content order by sha256",
                row -> Rows.digest(row, "sha256").orElseThrow())) {
            if (Rows.first(to, "select 1 from content where sha256 = ?", _ -> true, sha256).isEmpty()) {
                rows.selected("content", " where sha256 = ?", List.of(sha256.toArray()));
            }
        }
    }

    private void snapshot(Snapshot theirs) throws SQLException {
        if (!theirs.state().isWhole()) {
            leftOut.add("snapshot %d of %s, which is %s".formatted(theirs.id(), theirs.host(), theirs.state()));
            return;
        }
        Long same = knownSnapshots.get(key(theirs));
        if (same != null) {
            snapshots.put(theirs.id(), same);
            return;
        }
        long id = rows.numbered("snapshot", theirs.id(), Map.of("host_id", host(theirs.host())));
        copyOwned("snapshot_id", theirs.id(), id);
        snapshots.put(theirs.id(), id);
        knownSnapshots.put(key(theirs), id);
        newSnapshots.add(id);
    }

    /** Two snapshots of which all this is the same are one. */
    private static List<Object> key(Snapshot snapshot) {
        return List.of(snapshot.host(), snapshot.role(), snapshot.label(), snapshot.started(), snapshot.digest(), snapshot.coverage());
    }

    private long host(String name) throws SQLException {
        Optional<Long> known = Rows.first(to, "select id from host where name = ?", row -> row.getLong(1), name);
        return known.isPresent() ? known.get() : Rows.insert(to, "insert into host(name) values(?)", name);
    }

    private void comparison(Comparison theirs) throws SQLException {
        if (!snapshots.containsKey(theirs.baseline()) || !snapshots.containsKey(theirs.suspect())) {
            leftOut.add("comparison %d, of a snapshot that is left out".formatted(theirs.id()));
            return;
        }
        long baseline = snapshots.get(theirs.baseline());
        long suspect = snapshots.get(theirs.suspect());
        List<Object> key = key(theirs, baseline, suspect, ComparisonTable.digest(from, theirs.id()));
        Long same = knownComparisons.get(key);
        if (same != null) {
            comparisons.put(theirs.id(), same);
            return;
        }
        long id = rows.numbered("comparison", theirs.id(), Map.of("baseline_id", baseline, "suspect_id", suspect));
        copyOwned("comparison_id", theirs.id(), id);
        comparisons.put(theirs.id(), id);
        knownComparisons.put(key, id);
        newComparisons.add(id);
    }

    /** Two comparisons of which all this is the same are one; those of older Assays have no digest, and are told apart by their time. */
    private static List<Object> key(Comparison comparison, long baseline, long suspect, Optional<Bytes> digest) {
        return List.of(baseline, suspect, comparison.basis(), digest, digest.isPresent() ? Optional.empty()
                : Optional.of(comparison.compared()));
    }

    /** Seals stay behind: what was signed names the numbers of the other case. */
    private void copyOwned(String column, long was, long is) throws SQLException {
        for (String table : rows.tablesWith(column)) {
            if (!table.equals("seal")) {
                rows.owned(table, column, was, is);
            }
        }
        for (Part part : Part.values()) {
            if (part.ownerColumn().equals(column)) {
                PartDigest.renew(to, part, is);
            }
        }
    }

    /** Gives how many tags were stored. */
    private int tags(Map<List<Object>, Tag> ours, List<Tag> others, List<TagConflict> conflicts, Predicate<TagConflict> takesTheirs)
            throws SQLException {
        Map<List<Object>, TagConflict> disagreeing = new HashMap<>();
        conflicts.forEach(conflict -> disagreeing.put(key(conflict.theirs()), conflict));
        List<Tag> taken = new ArrayList<>();
        for (Tag theirs : others) {
            TagConflict conflict = disagreeing.get(key(theirs));
            if (conflict != null ? takesTheirs.test(conflict) : !ours.containsKey(key(theirs))) {
                taken.add(theirs);
            }
        }
        TagTable.save(to, taken);
        return taken.size();
    }
}
