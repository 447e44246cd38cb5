package org.assay.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodySubject;
import org.assay.model.custody.Operator;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.Verification;
import org.assay.model.text.Visible;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Migrations;
import org.assay.store.digest.CaseDigests;
import org.assay.store.schema.CaseSchema;
import org.assay.store.snapshot.CaseCheck;
import org.assay.store.snapshot.SnapshotCheck;
import org.assay.store.snapshot.StoredChanges;
import org.assay.store.snapshot.StoredSnapshot;
import org.assay.store.table.CatalogueTable;
import org.assay.store.table.ChangeTable;
import org.assay.store.table.ComparisonTable;
import org.assay.store.table.GapTable;
import org.assay.store.table.RemarkTable;
import org.assay.store.table.SnapshotTable;
import org.assay.store.table.TagTable;

/**
 * An open case: one H2 file {@code NAME.mv.db}. Thread-safe; a capture can write while others read. While it is open to be written no other
 * process can write to it; reading is open to all.
 *
 * <p>Every method fails with {@code CASE_FILE} and a sentence when the file cannot be read or written or is damaged, and with
 * {@code WRONG_USAGE} when it is asked for a snapshot or comparison that the case does not have.
 */
public final class CaseFile implements AutoCloseable {

    private final Connections connections;
    private final CustodyLog log;
    /** The snapshots that are being written in this process. */
    private final Set<Long> beingWritten = ConcurrentHashMap.newKeySet();

    CaseFile(Connections connections, CustodyLog log) {
        this.connections = connections;
        this.log = log;
    }

    /**
     * Makes a new, empty case; fails when something is there. The suffix {@code .mv.db} is added where it lacks.
     *
     * @param operator who works on it, for the custody log
     */
    public static CaseFile create(Path path, Operator operator) {
        return CaseOpening.create(path, operator);
    }

    /** As {@link #create(Path, Operator)}; nobody says who it is. */
    public static CaseFile create(Path path) {
        return create(path, Operator.UNKNOWN);
    }

    /**
     * Opens the case at {@code path}, with or without its suffix, and brings it to this Assay's version. Fails, and makes nothing, when it
     * is missing, written by another process for longer than {@code wait} says, damaged, or of a newer version.
     *
     * @param operator who works on it, for the custody log
     */
    public static CaseFile open(Path path, CaseWait wait, Operator operator) {
        return CaseOpening.of(path, wait, operator).toWrite();
    }

    /** As {@link #open(Path, CaseWait, Operator)}; waits for nobody, and nobody says who it is. */
    public static CaseFile open(Path path) {
        return open(path, CaseWait.NONE, Operator.UNKNOWN);
    }

    /**
     * As {@link #open}, but the file stays as it is, byte for byte, unless an older Assay made it; every method that would write fails.
     * It is seen as it is now, whatever another process writes to it meanwhile. Several processes can have it open so at the same time.
     */
    public static CaseFile openToRead(Path path, CaseWait wait, Operator operator) {
        return CaseOpening.of(path, wait, operator).toRead();
    }

    /** As {@link #openToRead(Path, CaseWait, Operator)}; waits for nobody, and nobody says who it is. */
    public static CaseFile openToRead(Path path) {
        return openToRead(path, CaseWait.NONE, Operator.UNKNOWN);
    }

    /**
     * Saves what can be read of a damaged case into a new one; the damaged one stays as it is. What the new one holds is whole.
     *
     * @return what is lost, a phrase each; empty when nothing is
     * @throws AssayException {@code CASE_FILE} when nothing can be saved, or something is at {@code fresh}
     */
    public static List<String> recover(Path damaged, Path fresh, Operator operator, Progress progress) {
        return CaseOpening.recover(damaged, fresh, operator, progress);
    }

    public static CaseFile open(Path path, Migrations migrations, CaseSchema schema) {
        CasePath casePath = CasePath.of(path);
        return new CaseOpening(casePath, casePath.existing(), migrations, schema, CaseWait.NONE, Operator.UNKNOWN).toWrite();
    }

    /** What lies below it, for the room itself. */
    Connections connections() {
        return connections;
    }

    /** Appends to the custody log, for the room itself. */
    CustodyLog log() {
        return log;
    }

    /** Fails when nothing can be stored in the case, as on a medium that is only read: what takes long asks before. */
    public void requireWritable() {
        if (!Files.isWritable(file())) {
            throw connections.path().failure("The case %s cannot be written, and what is done with it is noted in it. Copy it to where you"
                    + " may write, and go on with the copy.", null);
        }
    }

    /** The case's file, absolute, suffix included. */
    public Path file() {
        return connections.path().file();
    }

    /**
     * Begins a snapshot, which is stored as running when this returns.
     *
     * @param host the machine's name
     * @param label a free name; may be empty
     * @param catalogues the user's own startup catalogues that decide what content is kept
     */
    public SnapshotWriter newSnapshot(String host, Role role, String label, List<Source> sources, Environment environment,
            List<OwnCatalogue> catalogues) {
        StoredText.whole("name of the host", host);
        StoredText.whole("label", label);
        return SnapshotWriter.begin(connections, log, beingWritten, connection -> {
            AttemptStart start = AttemptStart.begin(connection, host, role, label, sources, environment);
            CatalogueTable.SNAPSHOT.insert(connection, start.snapshot(), catalogues);
            log.append(connection, CustodyAction.CAPTURE_BEGUN, CustodySubject.of(CustodySubject.Kind.SNAPSHOT, start.snapshot(),
                    Optional.empty()), "%s of %s".formatted(role.name().toLowerCase(Locale.ROOT), host));
            return start;
        });
    }

    /**
     * Begins another attempt at a snapshot that is not whole, which is running when this returns. What earlier attempts stored can be read
     * until the snapshot is whole.
     *
     * @throws AssayException {@code WRONG_USAGE} when it is whole or being written now
     */
    public SnapshotWriter resume(long snapshot, Environment environment) {
        requireResumable(snapshot);
        return SnapshotWriter.begin(connections, log, beingWritten, connection -> {
            AttemptStart start = AttemptStart.resume(connection, snapshot, environment);
            log.append(connection, CustodyAction.RESUMED, CustodySubject.of(CustodySubject.Kind.SNAPSHOT, snapshot, Optional.empty()),
                    "attempt " + start.attempt());
            return start;
        });
    }

    /** Fails with {@code WRONG_USAGE} when {@code snapshot} cannot be resumed. */
    public void requireResumable(long snapshot) {
        Snapshot stored = snapshot(snapshot);
        if (stored.state().isWhole()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Snapshot %d is %s: there is nothing to resume. Capture again for a new one."
                    .formatted(snapshot, stored.state()));
        }
        if (beingWritten.contains(snapshot)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Snapshot %d is being captured now. Wait for its end, or cancel it."
                    .formatted(snapshot));
        }
    }

    /**
     * Reads everything that is stored of a snapshot and checks it against its digests.
     *
     * @return what was checked
     * @throws AssayException {@code CASE_FILE} when something is missing, damaged or was altered
     */
    public Verification verify(long snapshot) {
        return new SnapshotCheck(connections, snapshot(snapshot), Progress.NONE).run();
    }

    /**
     * Reads everything that the case holds and checks it against the digest of the case and those below it.
     *
     * @return the digest that all of it fits
     * @throws AssayException {@code CASE_FILE}, naming the first thing that is missing, damaged or was altered; {@code CANCELLED}
     */
    public StoredDigest verifyAll(Progress progress) {
        return new CaseCheck(connections, progress).run();
    }

    /** The digest over everything that the case holds, as it was stored last; none when it was removed. */
    public Optional<StoredDigest> digest() {
        return connections.read(CaseDigests::stored);
    }

    /** Writes the text whose SHA-256 is the digest of the case; {@code docs/case-format.md} describes it. */
    public void dump(OutputStream out) {
        connections.readAtOneMoment(connection -> {
            try {
                CaseDigests.dump(connection, out);
                return true;
            } catch (IOException e) {
                throw new AssayException(ErrorCode.OUTPUT, "The dump could not be written. Check the free space and your rights.", e);
            }
        });
    }

    /** Writes the file as it is now, which is a case of its own, whatever is written to this one meanwhile. */
    public void copy(OutputStream out) throws IOException {
        connections.copy(out);
    }

    /** All snapshots by id. */
    public List<Snapshot> snapshots() {
        return connections.read(SnapshotTable::all);
    }

    /** The snapshot with this id. */
    public Snapshot snapshot(long id) {
        return connections.read(connection -> SnapshotTable.one(connection, id)).orElseThrow(() -> missing("snapshot", id));
    }

    /** The user's own startup catalogues that the snapshot was captured with. */
    public List<OwnCatalogue> snapshotCatalogues(long snapshot) {
        snapshot(snapshot);
        return connections.read(connection -> CatalogueTable.SNAPSHOT.of(connection, snapshot));
    }

    /** What the snapshot could not read, by location. */
    public List<Gap> gaps(long snapshot) {
        snapshot(snapshot);
        return connections.read(connection -> GapTable.of(connection, snapshot));
    }

    /** The snapshot to read from, as it is stored now: of one that is still running, what is stored by now. */
    public SnapshotView view(long snapshot) {
        return StoredSnapshot.of(connections, snapshot(snapshot));
    }

    /** Notes on how places of a snapshot were read, by location. */
    public List<Remark> remarks(long snapshot) {
        snapshot(snapshot);
        return connections.read(connection -> RemarkTable.of(connection, snapshot));
    }

    /**
     * Stores a comparison. Its gaps are those of both snapshots. One that says the same and was made in the same way is found again,
     * becomes the latest, and is not stored twice.
     *
     * @param basis how it was made
     * @param changes by number from 1, each number once; they may be asked for several times. A text of a finding that is longer than
     *        65,536 UTF-16 units is cut
     * @param catalogues the user's own startup catalogues that it was made with
     */
    public Comparison saveComparison(long baseline, long suspect, ComparisonBasis basis, Iterable<Change> changes,
            List<OwnCatalogue> catalogues) {
        snapshot(baseline);
        snapshot(suspect);
        Optional<Long> same = connections.read(connection -> ComparisonTable.same(connection, baseline, suspect, basis, changes,
                catalogues));
        same.ifPresent(id -> connections.writeDurably(connection -> {
            ComparisonTable.again(connection, id);
            log.append(connection, CustodyAction.COMPARED, CustodySubject.Kind.COMPARISON, id, "as it was compared before");
            return id;
        }));
        return comparison(same.orElseGet(() -> connections.writeDurably(connection -> {
            long id = ComparisonTable.insert(connection, baseline, suspect, basis);
            Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
            for (Change change : changes) {
                counts.merge(change.kind(), 1L, Long::sum);
            }
            ComparisonTable.end(connection, id, counts, ChangeTable.insert(connection, id, changes));
            CatalogueTable.COMPARISON.insert(connection, id, catalogues);
            log.append(connection, CustodyAction.COMPARED, CustodySubject.Kind.COMPARISON, id, "snapshots %d and %d: %s changes".formatted(
                    baseline, suspect, counts.values().stream().mapToLong(Long::longValue).sum()));
            return id;
        })));
    }

    /** Makes places for changes on their way into a comparison: where there are many, in files beside the case that nobody else reads. */
    public Supplier<ChangeBuffer> changeBuffers() {
        return new ChangeBuffers(file().getParent());
    }

    /** All comparisons by id. */
    public List<Comparison> comparisons() {
        return connections.read(ComparisonTable::all);
    }

    /** The comparison with this id. */
    public Comparison comparison(long id) {
        return connections.read(connection -> ComparisonTable.one(connection, id)).orElseThrow(() -> missing("comparison", id));
    }

    /** The comparison's changes by number, read when they are asked for; memory does not depend on how many there are. */
    public List<Change> changes(long comparison) {
        comparison(comparison);
        return StoredChanges.of(connections, comparison,
                connections.read(connection -> ComparisonTable.digest(connection, comparison)));
    }

    /** The same, some hundred bytes of memory a change: they are read from memory, also while the case is written or after it is closed. */
    public List<Change> heldChanges(long comparison) {
        return StoredChanges.held(changes(comparison));
    }

    /** The user's own startup catalogues that the comparison was made with. */
    public List<OwnCatalogue> comparisonCatalogues(long comparison) {
        comparison(comparison);
        return connections.read(connection -> CatalogueTable.COMPARISON.of(connection, comparison));
    }

    /** Stores tags, each in place of one with the same host, location and fingerprint: all of them or, when one cannot be, none. */
    public void saveTags(List<Tag> tags) {
        replaceTags(List.of(), tags);
    }

    /** Stores tags in place of {@code old} ones, whose fingerprints may be of an older version. */
    public void replaceTags(List<Tag> old, List<Tag> tags) {
        connections.writeDurably(connection -> {
            int stored = TagTable.remove(connection, old) + TagTable.save(connection, tags);
            log.append(connection, CustodyAction.TAGGED, CustodySubject.Kind.TAGS, 0, TagTable.summary(tags));
            return stored;
        });
    }

    /** Removes the tags with the hosts, locations and fingerprints of these; tells how many there were. */
    public int removeTags(List<Tag> tags) {
        return connections.writeDurably(connection -> {
            int removed = TagTable.remove(connection, tags);
            log.append(connection, CustodyAction.UNTAGGED, CustodySubject.Kind.TAGS, 0, TagTable.summary(tags));
            return removed;
        });
    }

    /** All tags by host and location. */
    public List<Tag> tags() {
        return connections.read(TagTable::all);
    }

    /** When the first tag of each host was decided. */
    public Map<String, Instant> firstDecisions() {
        return connections.read(TagTable::firstDecisions);
    }

    /** What is taken out of the case or called otherwise. */
    public CaseEdits edits() {
        return new CaseEdits(connections, log, beingWritten);
    }

    /** The custody log of the case. */
    public CaseCustody custody() {
        return new CaseCustody(connections, log, beingWritten);
    }

    /** The record of the outbreak. */
    public CaseIncident incident() {
        return new CaseIncident(connections, log);
    }

    /** Lets the file go, as soon as what other threads are doing with it has ended. */
    @Override
    public void close() {
        connections.close();
    }

    private AssayException missing(String what, long id) {
        return new AssayException(ErrorCode.WRONG_USAGE, "The case %s has no %s %d. List the %ss to see which there are."
                .formatted(Visible.text(file().toString()), what, id, what));
    }
}
