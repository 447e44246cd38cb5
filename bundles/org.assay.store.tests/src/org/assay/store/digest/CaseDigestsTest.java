package org.assay.store.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.assay.model.AssayException;
import org.assay.model.casefile.CaseWait;
import org.assay.store.CaseTest;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.Test;

class CaseDigestsTest extends CaseTest {

    private static final String TAG = """
            insert into tag(host, location_key_sha256, fingerprint, location, location_text, decision, note, analyst, decided)
            values('pc', X'%s', X'00', X'00', '', 'ACCEPT', '', '', timestamp with time zone '2026-01-01 00:00:00Z')""";

    /** The disk is full at the very end: what was digested is not there afterwards. */
    @Test
    void aTransactionThatFailsAfterItsDigestLeavesNoTraceInTheNext() {
        caseFile.close();
        CasePath path = CasePath.of(caseFile.file());
        CaseDigests digests = new CaseDigests();
        AtomicBoolean full = new AtomicBoolean();
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            connections.beforeCommit(connection -> {
                digests.keep(connection);
                if (full.get()) {
                    throw new SQLException("no room");
                }
            });
            insert(connections, TAG.formatted("01".repeat(32)));
            full.set(true);
            assertThrows(AssayException.class, () -> insert(connections, TAG.formatted("02".repeat(32))));
            full.set(false);
            insert(connections, "insert into host(name) values('pc')");
            assertEquals(Optional.empty(), connections.read(DigestCheck::ofTables));
        }
    }

    @Test
    void aDigestThatWasAlteredTogetherWithItsOwnIsNamed() {
        caseFile.close();
        CasePath path = CasePath.of(caseFile.file());
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            insert(connections, "update case_digest set sha256 = X'" + "1f".repeat(32) + "'");
            connections.write(connection -> Rows.update(connection, "update table_digest set sha256 = ? where table_name = 'case_digest'",
                    CaseDigests.own(connection).sha256()));
            assertEquals(Optional.of("the digest of the case was altered: every table fits its own, but not that of all"),
                    connections.read(DigestCheck::ofTables));
        }
    }

    private static void insert(Connections connections, String sql) {
        connections.write(connection -> Rows.update(connection, sql));
    }
}
