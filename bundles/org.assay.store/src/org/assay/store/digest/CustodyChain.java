package org.assay.store.digest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.CustodySubject;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.Operator;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;
import org.assay.store.database.ToolVersion;

/**
 * The table {@code custody_entry}. The digest of an entry is the SHA-256 over its row as a line in the form of the dump, without the column
 * of the digest itself; the digest of the entry before is in that line, so each holds all before it.
 */
public final class CustodyChain {

    /** What stands for the entry before the first one. */
    private static final Bytes NOTHING = Bytes.copyOf(new byte[32]);

    private static final String TABLE = "custody_entry";

    private static final Set<String> WITHOUT = Set.of("sha256");

    private CustodyChain() {
    }

    /** Adds an entry behind the others. */
    public static LogHead append(Connection connection, CustodyAction action, CustodySubject subject, String result, Operator operator)
            throws SQLException {
        LogHead head = head(connection);
        long number = head.entries() + 1;
        Rows.update(connection, """
                insert into custody_entry(number, written, action, subject, subject_id, subject_sha256, result, user_name, machine,
                    examiner,
                    tool_version, previous_sha256, sha256) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number, Instant.now(), action.name(), subject.kind().name(),
                subject.id().isPresent() ? Optional.of(subject.id().getAsLong()) : Optional.empty(), subject.sha256(),
                StoredText.cut(result), StoredText.cut(operator.user()), StoredText.cut(operator.machine()),
                StoredText.whole("examiner's name", operator.examiner()), ToolVersion.current(), head.sha256(), NOTHING);
        Bytes sha256 = digest(connection, number);
        Rows.update(connection, "update custody_entry set sha256 = ? where number = ?", sha256, number);
        return new LogHead(number, sha256);
    }

    /** The last entry; number 0 where there is none. */
    public static LogHead head(Connection connection) throws SQLException {
        return Rows.first(connection, "select number, sha256 from custody_entry order by number desc fetch first row only",
                row -> new LogHead(row.getLong("number"), Rows.digest(row, "sha256").orElseThrow())).orElse(new LogHead(0, NOTHING));
    }

    /** Removes what cannot be followed any more: the first entry that is not what was written, and those behind it. Tells how many. */
    public static int cut(Connection connection) throws SQLException {
        long whole = whole(connection).entries();
        return Rows.update(connection, "delete from custody_entry where number > ?", whole);
    }

    /** All entries by number. */
    public static List<CustodyEntry> all(Connection connection) throws SQLException {
        return Rows.list(connection, "select * from custody_entry order by number", CustodyChain::entry);
    }

    /** Finds the first entry that is not what was written, in a sentence that goes on after "In the case X". */
    static Optional<String> check(Connection connection) throws SQLException {
        long broken = whole(connection).entries() + 1;
        return broken > head(connection).entries() ? Optional.empty()
                : Optional.of("entry %d of the custody log is missing, or is not what was written".formatted(broken));
    }

    /** Where the entries end that are what was written, counted from the first. */
    private static LogHead whole(Connection connection) throws SQLException {
        LogHead head = new LogHead(0, NOTHING);
        try (PreparedStatement statement = connection.prepareStatement("select * from custody_entry order by number");
                ResultSet rows = statement.executeQuery()) {
            RowText text = new RowText(TABLE, rows, WITHOUT);
            while (rows.next()) {
                Bytes digest = Sha256.of(text.line());
                if (rows.getLong("number") != head.entries() + 1 || !digest.equals(Rows.digest(rows, "sha256").orElseThrow())
                        || !head.sha256().equals(Rows.digest(rows, "previous_sha256").orElseThrow())) {
                    return head;
                }
                try {
                    entry(rows);
                } catch (MalformedBytes _) {
                    return head;
                }
                head = new LogHead(head.entries() + 1, digest);
            }
        }
        return head;
    }

    private static Bytes digest(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from custody_entry where number = ?")) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                RowText text = new RowText(TABLE, row, WITHOUT);
                row.next();
                return Sha256.of(text.line());
            }
        }
    }

    private static CustodyEntry entry(ResultSet row) throws SQLException {
        long id = row.getLong("subject_id");
        OptionalLong subjectId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
        CustodySubject subject = new CustodySubject(StoredName.read(CustodySubject.Kind.class, row.getString("subject")), subjectId,
                Rows.digest(row, "subject_sha256"));
        return new CustodyEntry(row.getLong("number"), Rows.time(row, "written").orElseThrow(),
                StoredName.read(CustodyAction.class, row.getString("action")), subject, row.getString("result"),
                new Operator(row.getString("user_name"), row.getString("machine"), row.getString("examiner")),
                row.getString("tool_version"), Rows.digest(row, "previous_sha256").orElseThrow(),
                Rows.digest(row, "sha256").orElseThrow());
    }
}
