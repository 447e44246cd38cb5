package org.assay.store.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Connections;
import org.assay.store.database.Migrations;
import org.assay.store.database.Rows;
import org.assay.store.digest.CaseDigests;
import org.assay.store.digest.CustodyCheck;
import org.assay.store.digest.DigestCheck;
import org.assay.store.table.ComparisonTable;
import org.assay.store.table.ContentTable;
import org.assay.store.table.SnapshotTable;

/** Reads everything that a case holds and checks it against its digest and those that lie below it. */
public record CaseCheck(Connections connections, Progress progress) {

    /** Gives the digest that everything fits; fails with a sentence at the first thing that does not. */
    public StoredDigest run() {
        progress.begin("Checking the tables");
        requireUnaltered(DigestCheck::ofTables);
        StoredDigest stored = connections.read(CaseDigests::stored).orElseThrow();
        requireUnaltered(DigestCheck::ofParts);
        progress.begin("Checking the custody log");
        requireUnaltered(CustodyCheck::of);
        progress.begin("Checking kept files");
        connections.read(this::contents);
        for (Snapshot snapshot : connections.read(SnapshotTable::all)) {
            progress.begin("Checking snapshot " + snapshot.id());
            new SnapshotCheck(connections, snapshot, progress).run();
        }
        for (Comparison comparison : connections.read(ComparisonTable::all)) {
            progress.begin("Checking comparison " + comparison.id());
            changes(comparison.id());
        }
        return stored;
    }

    /** Reads the custody log and what it speaks of; fails with a sentence at the first entry that does not fit. */
    public void requireLog() {
        requireTables();
        requireUnaltered(CustodyCheck::of);
    }

    /** Fails unless all tables but the large ones fit the digest of the case. */
    public void requireTables() {
        requireUnaltered(DigestCheck::ofTables);
    }

    /** The same for a case of an older version before it is brought up to date. */
    public void requireEarlier(Migrations migrations) {
        int version = migrations.stored(connections);
        requireUnaltered(connection -> DigestCheck.ofEarlier(connection, version, migrations));
    }

    private void requireUnaltered(Connections.Work<Optional<String>> check) {
        connections.readAtOneMoment(check).ifPresent(difference -> {
            throw failure(difference);
        });
    }

    private long contents(Connection connection) throws SQLException {
        CheckedItems read = new CheckedItems(progress);
        Rows.each(connection, "select sha256, size_bytes, data from content order by sha256", row -> {
            Bytes sha256 = Rows.digest(row, "sha256").orElseThrow();
            try {
                ContentTable.content(row, sha256);
            } catch (MalformedBytes e) {
                throw failure("the kept file with the SHA-256 %s is damaged or was altered".formatted(sha256.hex()));
            }
            read.add();
        });
        return read.count();
    }

    private void changes(long comparison) {
        Optional<Bytes> digest = connections.read(connection -> ComparisonTable.digest(connection, comparison));
        CheckedItems read = new CheckedItems(progress);
        for (Change _ : StoredChanges.of(connections, comparison, digest)) {
            read.add();
        }
    }

    private AssayException failure(String what) {
        return connections.path().failure("In the case %s %s. It was damaged, or altered by another program than Assay. "
                + "Verify a copy and go on with that, or recover what this one still has into a new case.", null, what);
    }
}
