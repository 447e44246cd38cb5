package org.assay.store.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.CustodySubject;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Rows;

/** Finds what does not fit the custody log. Each sentence is the end of one that began with "In the case X". */
public final class CustodyCheck {

    /** After these nothing is stored of what they speak of, or it is being altered. */
    private static final Set<CustodyAction> OPEN = Set.of(CustodyAction.REMOVED, CustodyAction.RESUMED);

    private record Subject(CustodySubject.Kind kind, long id) {

        static Subject of(CustodySubject subject) {
            return new Subject(subject.kind(), subject.id().orElse(0));
        }

        String text() {
            return CustodySubject.of(kind, id, Optional.empty()).text().replaceFirst(" 0$", "");
        }
    }

    private CustodyCheck() {
    }

    /** Checks that the entries hold one another, and that what they speak of is stored as the last entry about it says. */
    public static Optional<String> of(Connection connection) throws SQLException {
        Optional<String> broken = CustodyChain.check(connection);
        return broken.isPresent() ? broken : ofSubjects(connection);
    }

    /** What the log knows of and is not there any more. */
    public static List<CustodySubject> gone(Connection connection) throws SQLException {
        List<CustodySubject> gone = new ArrayList<>();
        for (Subject one : last(connection).keySet()) {
            if (isStored(one.kind()) && SubjectRows.digest(connection, one.kind(), one.id()).isEmpty()) {
                gone.add(CustodySubject.of(one.kind(), one.id(), Optional.empty()));
            }
        }
        return gone;
    }

    /** The last entry with a digest about each thing that is said to be there. */
    private static Map<Subject, CustodyEntry> last(Connection connection) throws SQLException {
        Map<Subject, CustodyEntry> last = new HashMap<>();
        for (CustodyEntry entry : CustodyChain.all(connection)) {
            if (OPEN.contains(entry.action())) {
                last.remove(Subject.of(entry.subject()));
            } else if (entry.subject().sha256().isPresent()) {
                last.put(Subject.of(entry.subject()), entry);
            }
        }
        return last;
    }

    private static Optional<String> ofSubjects(Connection connection) throws SQLException {
        Map<Subject, CustodyEntry> last = last(connection);
        for (CustodyEntry entry : last.values().stream().sorted(Comparator.comparing(CustodyEntry::number)).toList()) {
            Subject subject = Subject.of(entry.subject());
            Optional<Bytes> now = SubjectRows.digest(connection, subject.kind(), subject.id());
            if (!now.equals(entry.subject().sha256()) && isStored(subject.kind())) {
                return Optional.of("entry %d of the custody log (%s) does not fit: %s %s".formatted(entry.number(), entry.action().label(),
                        subject.text(), now.isEmpty() ? "is not there any more" : "is not what it was then"));
            }
        }
        Optional<String> unknown = unknown(connection, last.keySet());
        return unknown.isPresent() ? unknown : messages(connection);
    }

    private static boolean isStored(CustodySubject.Kind kind) {
        return kind != CustodySubject.Kind.CASE && kind != CustodySubject.Kind.EXPORT;
    }

    /** What is in the case and finished, and no entry knows. */
    private static Optional<String> unknown(Connection connection, Set<Subject> known) throws SQLException {
        List<Subject> there = Rows.list(connection, """
                select 'SNAPSHOT' kind, id from snapshot where state in ('COMPLETE', 'PARTIAL') union all
                select 'COMPARISON', id from comparison union all select 'SEAL', id from seal union all
                select 'TAGS', 0 from tag group by 1 union all select 'INCIDENT', 0 from incident_entry group by 1""",
                row -> new Subject(CustodySubject.Kind.valueOf(row.getString(1)), row.getLong(2)));
        return there.stream().filter(one -> !known.contains(one)).findFirst()
                .map(one -> "no entry of the custody log tells of %s".formatted(one.text()));
    }

    private static Optional<String> messages(Connection connection) throws SQLException {
        return Rows.list(connection, "select id, message_sha256, message from seal order by id", row ->
                Sha256.of(Rows.blob(row, "message").orElseThrow()).equals(Rows.digest(row, "message_sha256").orElseThrow())
                        ? Optional.<String>empty() : Optional.of("the message of seal %d in the table \"seal\" was altered"
                                .formatted(row.getLong("id")))).stream().flatMap(Optional::stream).findFirst();
    }
}
