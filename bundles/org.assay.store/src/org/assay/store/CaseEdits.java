package org.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.change.MergeOutcome;
import org.assay.model.change.TagConflict;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodySubject;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.digest.CaseDigests;
import org.assay.store.digest.CustodyChain;
import org.assay.store.merge.CaseMerge;
import org.assay.store.snapshot.ContentUse;
import org.assay.store.table.CatalogueTable;
import org.assay.store.table.HostRows;
import org.assay.store.table.Removal;
import org.assay.store.table.SnapshotTable;

/** What is taken out of an open case or renamed, each a transaction that the custody log tells of. Fails as {@link CaseFile} does. */
public final class CaseEdits {

    private final Connections connections;
    private final CustodyLog log;
    private final Set<Long> beingWritten;

    CaseEdits(Connections connections, CustodyLog log, Set<Long> beingWritten) {
        this.connections = connections;
        this.log = log;
        this.beingWritten = beingWritten;
    }

    /** What goes with a snapshot when it is removed. Reads all snapshots, for the kept files that no other one has. */
    public SnapshotDependents dependents(long snapshot, Progress progress) {
        List<Bytes> contents = contents(snapshot, progress);
        return connections.read(connection -> dependents(connection, snapshot, contents));
    }

    /**
     * Removes a snapshot with what goes with it.
     *
     * @return what went
     * @throws AssayException {@code WRONG_USAGE} when the case has no such snapshot, or it is being captured now
     */
    public SnapshotDependents remove(long snapshot, Progress progress) {
        List<Bytes> contents = contents(snapshot, progress);
        return connections.writeDurably(connection -> remove(connection, snapshot, contents));
    }

    /**
     * Removes all snapshots but these, with what goes with them; the log says why.
     *
     * @param whole the digest of the case before
     * @return what went with each
     */
    List<SnapshotDependents> keepOnly(Set<Long> snapshots, Optional<Bytes> whole, String why, Progress progress) {
        SortedSet<Long> others = new TreeSet<>(connections.read(SnapshotTable::all).stream().map(Snapshot::id).toList());
        others.removeAll(snapshots);
        List<Bytes> contents = others.isEmpty() ? List.of() : ContentUse.without(connections, others, progress);
        return connections.writeDurably(connection -> {
            log.append(connection, CustodyAction.EXPORTED, CustodySubject.of(CustodySubject.Kind.CASE, whole), why);
            List<SnapshotDependents> removed = new ArrayList<>();
            for (long other : others) {
                removed.add(remove(connection, other, other == others.last() ? contents : List.of()));
            }
            return removed;
        });
    }

    private SnapshotDependents remove(Connection connection, long snapshot, List<Bytes> contents) throws SQLException {
        SnapshotDependents dependents = dependents(connection, snapshot, contents);
        boolean noted = isNoted(connection, dependents.comparisons());
        Snapshot removed = SnapshotTable.one(connection, snapshot).orElseThrow(() -> missing(snapshot));
        Removal.snapshot(connection, snapshot);
        for (Bytes content : contents) {
            Rows.update(connection, "delete from content where sha256 = ?", content);
        }
        for (long comparison : dependents.comparisons()) {
            removed(connection, CustodySubject.Kind.COMPARISON, comparison, "with snapshot " + snapshot);
        }
        for (long seal : dependents.seals()) {
            removed(connection, CustodySubject.Kind.SEAL, seal, "with snapshot " + snapshot);
        }
        if (HostRows.removeUnused(connection, removed.host())) {
            Rows.update(connection, "delete from tag where host = ?", removed.host());
        }
        if (dependents.tags() > 0) {
            log.append(connection, CustodyAction.UNTAGGED, CustodySubject.Kind.TAGS, 0,
                    "all %,d tags of %s, whose last snapshot is removed".formatted(dependents.tags(), removed.host()));
        }
        if (noted) {
            log.append(connection, CustodyAction.INCIDENT_NOTED, CustodySubject.Kind.INCIDENT, 0,
                    "entries speak of comparisons that are removed; they keep hosts and places");
        }
        removed(connection, CustodySubject.Kind.SNAPSHOT, snapshot, "%s of %s, %s, %,d items%s".formatted(removed.role(),
                removed.host(), removed.state(), removed.coverage().items(),
                removed.digest().map(digest -> ", SHA-256 of its blocks " + digest.hex()).orElse("")));
        return dependents;
    }

    private static boolean isNoted(Connection connection, List<Long> comparisons) throws SQLException {
        for (long comparison : comparisons) {
            if (Rows.first(connection, "select 1 from incident_reference where of_comparison = ?", _ -> true, comparison).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void removed(Connection connection, CustodySubject.Kind kind, long id, String result) throws SQLException {
        log.append(connection, CustodyAction.REMOVED, CustodySubject.of(kind, id, Optional.empty()), result);
    }

    private List<Bytes> contents(long snapshot, Progress progress) {
        if (connections.read(connection -> SnapshotTable.one(connection, snapshot)).isEmpty()) {
            throw missing(snapshot);
        }
        if (beingWritten.contains(snapshot)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Snapshot %d is being captured now. Wait for its end, or cancel it."
                    .formatted(snapshot));
        }
        return ContentUse.without(connections, Set.of(snapshot), progress);
    }

    private static SnapshotDependents dependents(Connection connection, long snapshot, List<Bytes> contents) throws SQLException {
        boolean last = Rows.first(connection, """
                select count(*) from snapshot where host_id = (select host_id from snapshot where id = ?)""", row -> row.getLong(1) == 1,
                snapshot).orElse(false);
        long tags = Rows.first(connection, """
                select count(*) from tag where host = (select h.name from snapshot s join host h on h.id = s.host_id where s.id = ?)""",
                row -> row.getLong(1), snapshot).orElse(0L);
        return new SnapshotDependents(snapshot, Removal.comparisons(connection, snapshot),
                Rows.list(connection, "select id from seal where snapshot_id = ? order by id", row -> row.getLong(1), snapshot),
                last ? tags : 0, contents.size());
    }

    /** Begins the snapshot of an {@link AmendedBaseline}; what reads as that of the original is for the caller to write. */
    SnapshotWriter amendment(Snapshot original, String label, String why, Environment environment, List<OwnCatalogue> catalogues) {
        StoredText.whole("label", label);
        return SnapshotWriter.begin(connections, log, beingWritten, connection -> {
            AttemptStart begun = AttemptStart.begin(connection, original.host(), original.role(), label, original.sources(), environment);
            CatalogueTable.SNAPSHOT.insert(connection, begun.snapshot(), catalogues);
            log.append(connection, CustodyAction.AMENDED, CustodySubject.of(CustodySubject.Kind.SNAPSHOT, begun.snapshot(),
                    Optional.empty()), why);
            return begun;
        });
    }

    /**
     * Calls a host otherwise, in its snapshots, tags and what entries of the incident's log speak of. What was written about it before,
     * in the custody log, keeps the old name.
     *
     * @return how many snapshots it has
     * @throws AssayException {@code WRONG_USAGE} when there is no such host, one with the new name is there, or one of its snapshots is
     *         sealed, since a seal says whose snapshot it is
     */
    public long renameHost(String host, String name) {
        StoredText.whole("name of the host", name);
        return connections.writeDurably(connection -> {
            List<Long> snapshots = HostRows.snapshots(connection, host);
            requireRenamable(connection, host, name, snapshots);
            Rows.update(connection, "update host set name = ? where name = ?", name, host);
            int tags = Rows.update(connection, "update tag set host = ? where host = ?", name, host);
            int references = Rows.update(connection, "update incident_reference set host = ? where host = ?", name, host);
            String how = "%s to %s".formatted(host, name);
            for (long snapshot : snapshots) {
                log.append(connection, CustodyAction.RENAMED, CustodySubject.Kind.SNAPSHOT, snapshot, how);
            }
            if (tags > 0) {
                log.append(connection, CustodyAction.RENAMED, CustodySubject.Kind.TAGS, 0, how);
            }
            if (references > 0) {
                log.append(connection, CustodyAction.RENAMED, CustodySubject.Kind.INCIDENT, 0, how);
            }
            return (long) snapshots.size();
        });
    }

    /** The tags of both cases that are on the same change of the same host and do not say the same. */
    public List<TagConflict> conflicts(CaseEdits other) {
        return connections.readAtOneMoment(to -> other.connections.readAtOneMoment(from -> CaseMerge.conflicts(from, to)));
    }

    /**
     * Takes what another case holds into this one: all of it or nothing. What it holds is to be checked before.
     *
     * @param name what to call the other case in the custody log
     * @param takesTheirs of which {@link #conflicts} the other's tag is taken
     * @throws AssayException {@code WRONG_USAGE} while a capture writes to this case
     */
    public MergeOutcome merge(CaseEdits other, String name, Predicate<TagConflict> takesTheirs) {
        if (!beingWritten.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A capture is writing to the case. Wait for its end, or cancel it, then"
                    + " merge.");
        }
        return connections.writeDurably(to -> other.connections.readAtOneMoment(from -> {
            MergeOutcome outcome = new CaseMerge(from, to).run(takesTheirs);
            String whence = "from the case " + name;
            for (long snapshot : outcome.snapshots()) {
                log.append(to, CustodyAction.MERGED, CustodySubject.Kind.SNAPSHOT, snapshot, whence);
            }
            for (long comparison : outcome.comparisons()) {
                log.append(to, CustodyAction.MERGED, CustodySubject.Kind.COMPARISON, comparison, whence);
            }
            if (outcome.tags() > 0) {
                log.append(to, CustodyAction.MERGED, CustodySubject.Kind.TAGS, 0, outcome.tags() + " tags " + whence);
            }
            if (outcome.entries() > 0) {
                log.append(to, CustodyAction.MERGED, CustodySubject.Kind.INCIDENT, 0, outcome.entries() + " entries " + whence);
            }
            log.append(to, CustodyAction.MERGED, CustodySubject.of(CustodySubject.Kind.CASE,
                    CaseDigests.stored(from).map(stored -> stored.digest().sha256())), "the case " + name + ", whose log ends with "
                            + CustodyChain.head(from).shortText());
            return outcome;
        }));
    }

    private static void requireRenamable(Connection connection, String host, String name, List<Long> snapshots) throws SQLException {
        List<String> hosts = HostRows.names(connection);
        if (!hosts.contains(host)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The case has no host %s. It has: %s.".formatted(Visible.text(host),
                    hosts.isEmpty() ? "none" : Visible.text(String.join(", ", hosts))));
        }
        if (name.isBlank() || hosts.contains(name)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, name.isBlank() ? "The new name of the host is blank: give it a name."
                    : "The case has a host %s already: two hosts cannot become one. Choose another name.".formatted(Visible.text(name)));
        }
        Optional<Long> sealed = Rows.first(connection, """
                select s.snapshot_id from seal s join snapshot n on n.id = s.snapshot_id join host h on h.id = n.host_id
                where h.name = ? order by s.snapshot_id""", row -> row.getLong(1), host);
        if (sealed.isPresent()) {
            throw new AssayException(ErrorCode.WRONG_USAGE,
                    "Snapshot %d is sealed as one of %s, and a seal cannot be altered: the host keeps"
                    .formatted(sealed.get(), Visible.text(host)) + " its name.");
        }
    }

    private AssayException missing(long snapshot) {
        return new AssayException(ErrorCode.WRONG_USAGE, "The case %s has no snapshot %d. List the snapshots to see which there are."
                .formatted(Visible.text(connections.path().file().toString()), snapshot));
    }
}
