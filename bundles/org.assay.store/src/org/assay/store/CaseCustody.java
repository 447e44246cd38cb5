package org.assay.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.CustodySubject;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.Seal;
import org.assay.model.custody.SealDifferences;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.store.database.Connections;
import org.assay.store.digest.CustodyChain;
import org.assay.store.snapshot.CaseCheck;
import org.assay.store.snapshot.SealCheck;
import org.assay.store.snapshot.SealStatement;
import org.assay.store.table.SealTable;

/** The custody log of an open case. Fails as {@link CaseFile} does. */
public final class CaseCustody {

    private final Connections connections;
    private final CustodyLog log;
    private final Set<Long> beingWritten;

    /** @param beingWritten the snapshots that are being written in this process */
    CaseCustody(Connections connections, CustodyLog log, Set<Long> beingWritten) {
        this.connections = connections;
        this.log = log;
        this.beingWritten = beingWritten;
    }

    /** All entries by number. */
    public List<CustodyEntry> entries() {
        return connections.read(CustodyChain::all);
    }

    /** Where the log ends. */
    public LogHead head() {
        return connections.read(CustodyChain::head);
    }

    /** Checks the entries and that what they speak of is stored as they say; fails with a sentence at the first that does not fit. */
    public LogHead verify() {
        new CaseCheck(connections, Progress.NONE).requireLog();
        return head();
    }

    /** Notes that files were exported, and the digest over their list of digests. */
    public void exported(long comparison, Bytes sums, String result) {
        note(CustodyAction.EXPORTED, CustodySubject.of(CustodySubject.Kind.EXPORT, comparison, Optional.of(sums)), result);
    }

    /** Notes that a file that is of no single comparison was written, and its digest. */
    public void exported(Bytes sha256, String result) {
        note(CustodyAction.EXPORTED, CustodySubject.of(CustodySubject.Kind.EXPORT, Optional.of(sha256)), result);
    }

    /** Notes that a copy of the case was packed, and the digest of the file that holds it. */
    public void packed(Bytes sha256, String result) {
        note(CustodyAction.PACKED, CustodySubject.of(CustodySubject.Kind.EXPORT, Optional.of(sha256)), result);
    }

    /** Notes that the whole case was verified, with the digest that everything fitted; none where something did not. */
    public void verified(Optional<Bytes> digest, String result) {
        note(CustodyAction.VERIFIED, CustodySubject.of(CustodySubject.Kind.CASE, digest), result);
    }

    /** All seals by id. */
    public List<Seal> seals() {
        return connections.read(SealTable::all);
    }

    /** What is to be signed to seal a snapshot; fails with {@code WRONG_USAGE} while a capture writes to the case. */
    public byte[] statement(Snapshot snapshot) {
        if (!beingWritten.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A capture is writing to the case. Wait for its end, or cancel it, then seal.");
        }
        return SealStatement.of(connections, snapshot).bytes();
    }

    /** Holds what was signed of a snapshot against what the case has now. */
    public SealDifferences check(long snapshot, byte[] statement) {
        return new SealCheck(connections, snapshot).run(SealStatement.read(statement));
    }

    /**
     * Stores a signed message over a snapshot and gives the seal's id.
     *
     * @param signed when, as the message has it
     */
    public long seal(long snapshot, Bytes message, Instant signed, String result) {
        return connections.writeDurably(connection -> {
            long id = SealTable.insert(connection, snapshot, message, signed);
            log.append(connection, CustodyAction.SEALED, CustodySubject.Kind.SEAL, id, result);
            return id;
        });
    }

    /** Stores a time stamp with a seal that has none; fails with {@code WRONG_USAGE} where it has one. */
    public void stamp(long seal, Bytes timeStamp, String result) {
        connections.writeDurably(connection -> {
            if (!SealTable.stamp(connection, seal, timeStamp)) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "Seal " + seal + " is not there, or has its time stamp already.");
            }
            log.append(connection, CustodyAction.TIME_STAMPED, CustodySubject.Kind.SEAL, seal, result);
            return true;
        });
    }

    private void note(CustodyAction action, CustodySubject subject, String result) {
        connections.writeDurably(connection -> {
            log.append(connection, action, subject, result);
            return true;
        });
    }
}
