package org.assay.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.assay.app.capture.CaptureEnvironment;
import org.assay.app.page.ClockRemarks;
import org.assay.app.page.SealRemarks;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.Change;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Comparison;
import org.assay.model.change.HeldTags;
import org.assay.model.change.MappedRows;
import org.assay.model.change.MergeOutcome;
import org.assay.model.change.Sameness;
import org.assay.model.change.Tag;
import org.assay.model.change.TagConflict;
import org.assay.model.change.TaggedChange;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.PartialCopy;
import org.assay.model.custody.Seal;
import org.assay.model.custody.SealDifferences;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.StoredChecklist;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.Verification;
import org.assay.model.text.Bytes;
import org.assay.store.AmendedBaseline;
import org.assay.store.CaseFile;
import org.assay.store.PartialCopier;

/** An open case. Thread-safe. While it is open to be written no other process can write to it; reading is open to all. */
public final class Case implements AutoCloseable {

    private final CaseFile file;

    private Case(CaseFile file) {
        this.file = file;
    }

    /**
     * Makes a new, empty case at {@code file}; fails when something is there. The suffix {@code .mv.db} is added where it lacks.
     *
     * @param examiner who answers for the work, for the custody log; may be empty
     */
    public static Case create(Path file, String examiner) {
        return new Case(CaseFile.create(file, CaptureEnvironment.operator(examiner)));
    }

    /** As {@link #create(Path, String)}; the custody log names the operating system's user. */
    public static Case create(Path file) {
        return create(file, "");
    }

    /** Opens the case at {@code file}, with or without its suffix {@code .mv.db}, once no other process writes to it. */
    public static Case open(Path file, CaseWait wait, String examiner) {
        return new Case(CaseFile.open(file, wait, CaptureEnvironment.operator(examiner)));
    }

    /** As {@link #open(Path, CaseWait, String)}; waits a while and says nothing; the custody log names the operating system's user. */
    public static Case open(Path file) {
        return open(file, CaseWait.SILENT, "");
    }

    /**
     * As {@link #open(Path, CaseWait, String)}, but nothing can be written, and the file stays as it is, byte for byte, unless an older
     * Assay made it. What another process writes meanwhile is not seen.
     */
    public static Case openToRead(Path file, CaseWait wait, String examiner) {
        return new Case(CaseFile.openToRead(file, wait, CaptureEnvironment.operator(examiner)));
    }

    /**
     * Saves what can be read of a damaged case into a new one, which is whole then; the damaged one stays as it is. Gives what is lost, a
     * phrase each.
     */
    public static List<String> recover(Path damaged, Path fresh, String examiner, Progress progress) {
        return CaseFile.recover(damaged, fresh, CaptureEnvironment.operator(examiner), progress);
    }

    /** The case's file, suffix included. */
    public Path file() {
        return file.file();
    }

    /** All snapshots by id. */
    public List<Snapshot> snapshots() {
        return file.snapshots();
    }

    /** The snapshot with this id; fails with a sentence when there is none. */
    public Snapshot snapshot(long id) {
        return file.snapshot(id);
    }

    /** What the snapshot could not read. */
    public List<Gap> gaps(long snapshot) {
        return file.gaps(snapshot);
    }

    /** Remarks on how the snapshot was read; nothing is lost by what they say. */
    public List<Remark> remarks(long snapshot) {
        return file.remarks(snapshot);
    }

    /** Reads everything that is stored of a snapshot and checks it against its digests; fails with a sentence when they do not match. */
    public Verification verify(long snapshot) {
        return file.verify(snapshot);
    }

    /** The digest over everything that the case holds, as it was stored last; none when it was removed. */
    public Optional<StoredDigest> digest() {
        return file.digest();
    }

    /** Reads all of the case again and checks it against its digest; fails with a sentence at the first thing that does not fit. */
    public StoredDigest verifyAll(Progress progress) {
        return file.verifyAll(progress);
    }

    /** Writes the text whose SHA-256 is the digest of the case. */
    public void dump(OutputStream out) {
        file.dump(out);
    }

    /** Writes the file as it is now, which is a case of its own, whatever is written to this one meanwhile. */
    public void copy(OutputStream out) throws IOException {
        file.copy(out);
    }

    /** Notes that a copy was packed in a file with this digest. */
    public void packed(Bytes sha256, String result) {
        file.custody().packed(sha256, result);
    }

    /** All comparisons by id. */
    public List<Comparison> comparisons() {
        return file.comparisons();
    }

    /** The comparison that was made last, be it for the first time or again; empty when there is none. */
    public Optional<Comparison> latestComparison() {
        return comparisons().stream().max(Comparison.EARLIEST_FIRST);
    }

    /** The comparison with this id; fails with a sentence when there is none. */
    public Comparison comparison(long id) {
        return file.comparison(id);
    }

    /** The user's own startup catalogues that the snapshot was captured with. */
    public List<OwnCatalogue> snapshotCatalogues(long snapshot) {
        return file.snapshotCatalogues(snapshot);
    }

    /** The user's own startup catalogues that the comparison was made with. */
    public List<OwnCatalogue> comparisonCatalogues(long comparison) {
        return file.comparisonCatalogues(comparison);
    }

    /** All tags by host and location. */
    public List<Tag> tags() {
        return file.tags();
    }

    /** What the case dates earlier than what it builds on, and what is wrong with its seals, a sentence without a full stop each. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(ClockRemarks.of(snapshots(), comparisons(), file.firstDecisions()));
        List<Seal> seals = seals();
        if (!seals.isEmpty()) {
            comparisons().stream().map(Comparison::baseline).distinct()
                    .forEach(baseline -> remarks.addAll(SealRemarks.of(baseline, seals, this::differences)));
        }
        return remarks;
    }

    /** The same for an export of a comparison: whether its baseline is sealed, and where the custody log ends. */
    List<String> exportRemarks(Comparison comparison) {
        List<String> remarks = new ArrayList<>(remarks());
        if (seals().isEmpty()) {
            remarks.addAll(SealRemarks.of(comparison.baseline(), List.of(), this::differences));
        }
        remarks.add("before this export the custody log of the case ended with " + logHead().shortText());
        return remarks;
    }

    /** The names of the hosts that have snapshots, in their order. */
    public List<String> hosts() {
        return snapshots().stream().map(Snapshot::host).distinct().sorted().toList();
    }

    /** The incident's log, by number. */
    public List<IncidentEntry> incident() {
        return file.incident().entries();
    }

    /** Appends to the incident's log what {@code check} lets through; {@code summary} is for the custody log. */
    public IncidentEntry note(EntryContent content, Consumer<List<IncidentEntry>> check, String summary) {
        return file.incident().append(content, check, summary);
    }

    /** The team's own checklists, by name. */
    public List<StoredChecklist> checklists() {
        return file.incident().checklists();
    }

    /** Keeps a checklist of the team's own; {@code note} is the entry of the incident's log that tells of it. */
    public void addChecklist(StoredChecklist checklist, EntryContent note) {
        file.incident().add(checklist, note);
    }

    /** Notes that a file with this digest was written from the case. */
    public void exported(Bytes sha256, String result) {
        file.custody().exported(sha256, result);
    }

    /** The custody log, by number. */
    public List<CustodyEntry> custody() {
        return file.custody().entries();
    }

    /** Where the custody log ends. */
    public LogHead logHead() {
        return file.custody().head();
    }

    /** Checks the custody log and what it speaks of; fails with a sentence at the first entry that does not fit. */
    public LogHead verifyLog() {
        return file.custody().verify();
    }

    /** All seals by id. */
    public List<Seal> seals() {
        return file.custody().seals();
    }

    /** What is known of each seal over a snapshot, without asking whom to trust. */
    List<String> sealStates(long snapshot) {
        return SealRemarks.states(snapshot, seals(), this::differences);
    }

    /** What is to be signed to seal a snapshot. */
    public byte[] statement(long snapshot) {
        return file.custody().statement(file.snapshot(snapshot));
    }

    /** Stores a signed statement over a snapshot and gives the seal's id; {@code signed} is when, as the message has it. */
    public long addSeal(long snapshot, Bytes message, Instant signed, String result) {
        return file.custody().seal(snapshot, message, signed, result);
    }

    /** Stores a time stamp with a seal that has none. */
    public void addTimeStamp(long seal, Bytes timeStamp, String result) {
        file.custody().stamp(seal, timeStamp, result);
    }

    /** Holds what was signed of a snapshot against what the case has now. */
    public SealDifferences differences(long snapshot, byte[] statement) {
        return file.custody().check(snapshot, statement);
    }

    /** What goes with a snapshot when it is removed. */
    public SnapshotDependents dependents(long snapshot, Progress progress) {
        return file.edits().dependents(snapshot, progress);
    }

    /** Removes a snapshot for good, with what goes with it, which is told. */
    public SnapshotDependents removeSnapshot(long snapshot, Progress progress) {
        return file.edits().remove(snapshot, progress);
    }

    /** Stores a new baseline that holds what another one holds, with changes that were accepted since. */
    public Snapshot amend(long baseline, List<Change> accepted, String label, String why) {
        CaptureOptions options = snapshot(baseline).attempts().stream().map(attempt -> attempt.environment().options())
                .reduce((_, last) -> last).orElse(Environment.UNKNOWN.options());
        return new AmendedBaseline(baseline, accepted, label, why, CaptureEnvironment.now(options)).store(file);
    }

    /** Makes a copy at {@code target} that holds these snapshots alone, with what belongs to them; fails when something is there. */
    public PartialCopy copyPart(SortedSet<Long> snapshots, Path target, Progress progress) {
        return new PartialCopier(snapshots, target).run(file, progress);
    }

    /** Calls a host otherwise, in its snapshots and tags; tells how many snapshots it has. */
    public long renameHost(String host, String name) {
        return file.edits().renameHost(host, name);
    }

    /** The tags of this and another case that are on the same change of the same host and do not say the same. */
    public List<TagConflict> conflicts(Case other) {
        return file.edits().conflicts(other.file.edits());
    }

    /** Takes what another case holds into this one; of {@link #conflicts} ours stays unless {@code takesTheirs}. */
    public MergeOutcome merge(Case other, Predicate<TagConflict> takesTheirs) {
        return file.edits().merge(other.file.edits(), other.file().toString(), takesTheirs);
    }

    /** Fails when nothing can be stored in the case, as on a medium that is only read: what takes long asks before. */
    public void requireWritable() {
        file.requireWritable();
    }

    CaseFile store() {
        return file;
    }

    /** The changes of a comparison with the tags that hold now for the host of its suspect; read when they are asked for. */
    public List<TaggedChange> taggedChanges(Comparison comparison) {
        return tagged(comparison, file.changes(comparison.id()));
    }

    /** The same, for who knows the tags on the host and where the scopes meet. */
    public List<TaggedChange> taggedChanges(Comparison comparison, List<Tag> onHost, CommonScope scope) {
        return tagged(file.changes(comparison.id()), onHost, scope);
    }

    /** As {@link #taggedChanges(Comparison)}, read from memory, where they are as packed as in the case. */
    List<TaggedChange> heldChanges(Comparison comparison) {
        return tagged(comparison, file.heldChanges(comparison.id()));
    }

    private List<TaggedChange> tagged(Comparison comparison, List<Change> changes) {
        return tagged(changes, tagsOn(file.snapshot(comparison.suspect()).host()), ComparedSnapshots.scope(this, comparison));
    }

    private static List<TaggedChange> tagged(List<Change> changes, List<Tag> onHost, CommonScope scope) {
        HeldTags tags = new HeldTags(onHost, new Sameness(scope));
        return new MappedRows<>(changes, change -> new TaggedChange(change, tags.of(change)));
    }

    /** The tags on a host, of which some hold where these rules say what is the same. */
    HeldTags tagsOn(String host, Sameness rules) {
        return new HeldTags(tagsOn(host), rules);
    }

    private List<Tag> tagsOn(String host) {
        return file.tags().stream().filter(tag -> tag.host().equals(host)).toList();
    }

    /** One change of a comparison; fails with {@link ErrorCode#WRONG_USAGE} when there is none with that number. */
    public TaggedChange taggedChange(Comparison comparison, int number) {
        List<TaggedChange> changes = taggedChanges(comparison);
        // Numbers are counted from 1 without a gap, except in cases that older versions made.
        return Optional.of(number - 1).filter(at -> at >= 0 && at < changes.size()).map(changes::get)
                .filter(one -> one.change().number() == number)
                .or(() -> changes.stream().filter(one -> one.change().number() == number).findFirst())
                .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "comparison " + comparison.id() + " has no change " + number
                        + "; list its changes to see which there are"));
    }

    /** What the comparison took for the same. */
    Sameness sameness(Comparison comparison) {
        return new Sameness(ComparedSnapshots.scope(this, comparison));
    }

    @Override
    public void close() {
        file.close();
    }
}
