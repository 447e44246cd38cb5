package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.incident.Channel;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.PointState;
import org.assay.model.incident.SystemKind;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/** The table {@code incident_entry}, with what its entries speak of. */
public final class IncidentTable {

    /** A hundred years. */
    private static final long MAX_SPENT_SECONDS = 3_155_760_000L;

    /** The word for each kind of detail in the column {@code kind}. */
    private enum Kind {
        NOTE, FACT, OFF, ON, TOLD, POINT, CLOSED, REOPENED
    }

    /** A detail as it is stored. */
    private record Columns(Kind kind, String choice, String subject, String detail, Optional<Long> of) {

        static Columns of(EntryDetail detail) {
            return switch (detail) {
                case EntryDetail.Note _ -> only(Kind.NOTE);
                case EntryDetail.Fact fact -> new Columns(Kind.FACT, fact.type().name(), "", fact.source(), Optional.empty());
                case EntryDetail.SwitchedOff off -> new Columns(Kind.OFF, off.kind().name(), off.system(), "", Optional.empty());
                case EntryDetail.SwitchedOn on -> new Columns(Kind.ON, "", "", "", Optional.of(on.off()));
                case EntryDetail.Told told -> new Columns(Kind.TOLD, told.channel().name(), told.who(), "", Optional.empty());
                case EntryDetail.PointMarked point -> new Columns(Kind.POINT, point.state().name(), point.checklist(), point.point(),
                        Optional.empty());
                case EntryDetail.Closed _ -> only(Kind.CLOSED);
                case EntryDetail.Reopened _ -> only(Kind.REOPENED);
            };
        }

        private static Columns only(Kind kind) {
            return new Columns(kind, "", "", "", Optional.empty());
        }

        EntryDetail read() {
            return switch (kind) {
                case NOTE -> new EntryDetail.Note();
                case FACT -> new EntryDetail.Fact(StoredName.read(FactType.class, choice), detail);
                case OFF -> new EntryDetail.SwitchedOff(subject, StoredName.read(SystemKind.class, choice));
                case ON -> new EntryDetail.SwitchedOn(of.orElseThrow(() -> new MalformedBytes("it does not say what is on again")));
                case TOLD -> new EntryDetail.Told(subject, StoredName.read(Channel.class, choice));
                case POINT -> new EntryDetail.PointMarked(subject, detail, StoredName.read(PointState.class, choice));
                case CLOSED -> new EntryDetail.Closed();
                case REOPENED -> new EntryDetail.Reopened();
            };
        }
    }

    private IncidentTable() {
    }

    /** Appends an entry. */
    public static IncidentEntry insert(Connection connection, Instant written, EntryContent content) throws SQLException {
        long number = Rows.first(connection, "select coalesce(max(number), 0) + 1 from incident_entry",
                row -> row.getLong(1)).orElseThrow();
        Columns columns = Columns.of(content.detail());
        Rows.update(connection, """
                insert into incident_entry(number, written, happened, author, phase, kind, choice, subject, detail, of_entry, text,
                spent_seconds) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", number, written, content.happened(),
                StoredText.whole("name of the author", content.author()), content.phase().name(), columns.kind().name(), columns.choice(),
                StoredText.whole("name", columns.subject()), StoredText.whole("source", columns.detail()), columns.of(),
                StoredText.whole("text", content.text()), content.spent().toSeconds());
        IncidentReferences.insert(connection, number, content.references());
        return new IncidentEntry(number, written, content);
    }

    /** All by number. */
    public static List<IncidentEntry> all(Connection connection) throws SQLException {
        Map<Long, IncidentReferences> references = IncidentReferences.all(connection);
        return Rows.list(connection, "select * from incident_entry order by number", row -> entry(row,
                references.getOrDefault(row.getLong("number"), IncidentReferences.NONE)));
    }

    private static IncidentEntry entry(ResultSet row, IncidentReferences references) throws SQLException {
        Columns columns = new Columns(StoredName.read(Kind.class, row.getString("kind")), row.getString("choice"), row.getString("subject"),
                row.getString("detail"), Optional.ofNullable(row.getObject("of_entry", Long.class)));
        return new IncidentEntry(row.getLong("number"), Rows.time(row, "written").orElseThrow(), new EntryContent(
                Rows.time(row, "happened").orElseThrow(), row.getString("author"),
                StoredName.read(IncidentPhase.class, row.getString("phase")), columns.read(), row.getString("text"),
                spent(row.getLong("spent_seconds")), references.read()));
    }

    /** Nobody works longer on one thing; what a stranger wrote there must not overflow when it is added up. */
    private static Duration spent(long seconds) {
        if (seconds < 0 || seconds > MAX_SPENT_SECONDS) {
            throw new MalformedBytes("it says that somebody spent %d seconds on it".formatted(seconds));
        }
        return Duration.ofSeconds(seconds);
    }

    /** Removes the entries that nobody can read any more; tells what is still known of each. */
    public static List<String> removeUnreadable(Connection connection) throws SQLException {
        Map<Long, IncidentReferences> references = IncidentReferences.all(connection);
        List<Long> numbers = new ArrayList<>();
        List<String> known = new ArrayList<>();
        Rows.each(connection, "select * from incident_entry order by number", row -> {
            try {
                entry(row, references.getOrDefault(row.getLong("number"), IncidentReferences.NONE));
            } catch (MalformedBytes e) {
                numbers.add(row.getLong("number"));
                known.add("entry %d of the incident's log, by %s at %s, of which %s: '%s'".formatted(row.getLong("number"),
                        row.getString("author"), Rows.time(row, "happened").orElse(Instant.EPOCH), e.getMessage(), row.getString("text")));
            }
        });
        for (long number : numbers) {
            Rows.update(connection, "delete from incident_reference where entry_number = ?", number);
            Rows.update(connection, "delete from incident_entry where number = ?", number);
        }
        return known;
    }
}
