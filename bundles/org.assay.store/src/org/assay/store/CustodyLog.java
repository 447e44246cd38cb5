package org.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodySubject;
import org.assay.model.custody.Operator;
import org.assay.store.database.Rows;
import org.assay.store.digest.CaseDigests;
import org.assay.store.digest.CustodyChain;
import org.assay.store.digest.CustodyCheck;
import org.assay.store.digest.SubjectRows;

/** Writes the custody log of one open case, within the transactions that it tells of. Before its first entry it notes the opening. */
final class CustodyLog {

    private final Operator operator;
    private long opened;

    CustodyLog(Operator operator) {
        this.operator = operator;
    }

    /** Who works on the case. */
    Operator operator() {
        return operator;
    }

    /** The first entry of a new case. */
    void created(Connection connection) throws SQLException {
        opened = CustodyChain.append(connection, CustodyAction.CREATED, CustodySubject.of(CustodySubject.Kind.CASE, Optional.empty()), "",
                operator).entries();
    }

    /**
     * The first entries of a case that had no log: what is in it by now. Where there is one, that the tables were brought to a newer
     * version, and anew what is there, since new columns give it another digest.
     */
    void upgraded(Connection connection) throws SQLException {
        if (CustodyChain.head(connection).entries() > 0) {
            append(connection, CustodyAction.UPGRADED, CustodySubject.of(CustodySubject.Kind.CASE, Optional.empty()), "");
            found(connection);
            return;
        }
        opened = CustodyChain.append(connection, CustodyAction.BEGUN, CustodySubject.of(CustodySubject.Kind.CASE,
                CaseDigests.stored(connection).map(stored -> stored.digest().sha256())),
                "an older Assay made the case and kept no log; what was done before is not known", operator).entries();
        CaseDigests.keepParts(connection);
        found(connection);
    }

    /** Notes that the case was saved from a damaged one whose entries, as far as they can be followed, are in the log by now. */
    void recovered(Connection connection, List<String> lost) throws SQLException {
        opened = CustodyChain.append(connection, CustodyAction.RECOVERED, CustodySubject.of(CustodySubject.Kind.CASE, Optional.empty()),
                lost.isEmpty() ? "nothing is lost" : "lost: " + String.join("; ", lost), operator).entries();
        for (CustodySubject gone : CustodyCheck.gone(connection)) {
            CustodyChain.append(connection, CustodyAction.REMOVED, gone, "", operator);
        }
        found(connection);
    }

    private void found(Connection connection) throws SQLException {
        for (Found found : Found.values()) {
            for (long id : Rows.list(connection, found.ids, row -> row.getLong(1))) {
                CustodyChain.append(connection, CustodyAction.FOUND, SubjectRows.subject(connection, found.kind, id), "", operator);
            }
        }
    }

    /** What an entry can tell of. */
    private enum Found {
        SNAPSHOTS(CustodySubject.Kind.SNAPSHOT, "select id from snapshot where state <> 'RUNNING' order by id"),
        COMPARISONS(CustodySubject.Kind.COMPARISON, "select id from comparison order by id"),
        SEALS(CustodySubject.Kind.SEAL, "select id from seal order by id"),
        TAGS(CustodySubject.Kind.TAGS, "select 0 from tag group by 1"),
        INCIDENT(CustodySubject.Kind.INCIDENT, "select 0 from incident_entry group by 1");

        private final CustodySubject.Kind kind;
        private final String ids;

        Found(CustodySubject.Kind kind, String ids) {
            this.kind = kind;
            this.ids = ids;
        }
    }

    /** Notes what was done to something that is stored, with the digest over what is stored of it now. */
    void append(Connection connection, CustodyAction action, CustodySubject.Kind kind, long id, String result) throws SQLException {
        append(connection, action, SubjectRows.subject(connection, kind, id), result);
    }

    void append(Connection connection, CustodyAction action, CustodySubject subject, String result) throws SQLException {
        noteOpening(connection);
        CustodyChain.append(connection, action, subject, result, operator);
    }

    /** A transaction that failed took its note with it. */
    private void noteOpening(Connection connection) throws SQLException {
        boolean noted = opened > 0 && Rows.first(connection, "select 1 from custody_entry where number = ?", _ -> true, opened).isPresent();
        if (!noted) {
            opened = CustodyChain.append(connection, CustodyAction.OPENED, CustodySubject.of(CustodySubject.Kind.CASE,
                    Optional.empty()), "", operator).entries();
        }
    }
}
