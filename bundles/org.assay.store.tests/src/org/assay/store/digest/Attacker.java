package org.assay.store.digest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.CustodySubject;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Rows;

/** One who altered something and knows all of Assay: makes every digest in the case anew, and the whole custody log with them. */
public final class Attacker {

    private Attacker() {
    }

    /** Makes all digests anew. */
    public static void remake(Connection connection) throws SQLException {
        CaseDigests.renew(connection);
        Map<String, Long> last = new HashMap<>();
        for (CustodyEntry entry : CustodyChain.all(connection)) {
            if (entry.subject().sha256().isPresent()) {
                last.put(entry.subject().text(), entry.number());
            }
        }
        for (CustodyEntry entry : CustodyChain.all(connection)) {
            CustodySubject subject = entry.subject();
            if (last.containsValue(entry.number())) {
                SubjectRows.digest(connection, subject.kind(), subject.id().orElse(0)).ifPresent(digest -> update(connection,
                        "update custody_entry set subject_sha256 = ? where number = ?", digest, entry.number()));
            }
        }
        Bytes previous = Bytes.copyOf(new byte[32]);
        for (CustodyEntry entry : CustodyChain.all(connection)) {
            update(connection, "update custody_entry set previous_sha256 = ? where number = ?", previous, entry.number());
            previous = digest(connection, entry.number());
            update(connection, "update custody_entry set sha256 = ? where number = ?", previous, entry.number());
        }
        new CaseDigests().keep(connection);
    }

    private static void update(Connection connection, String sql, Object... parameters) {
        try {
            Rows.update(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes digest(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from custody_entry where number = " + number);
                ResultSet row = statement.executeQuery()) {
            RowText text = new RowText("custody_entry", row, Set.of("sha256"));
            row.next();
            return Sha256.of(text.line());
        }
    }
}
