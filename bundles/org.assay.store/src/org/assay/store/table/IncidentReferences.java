package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.Location;
import org.assay.model.incident.EntryReference;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/**
 * The table {@code incident_reference}: what in the evidence one entry speaks of.
 *
 * @param rows as they are stored
 */
record IncidentReferences(List<Stored> rows) {

    static final IncidentReferences NONE = new IncidentReferences(List.of());

    /** The word for each kind of reference in the column {@code kind}. */
    private enum Kind {
        HOST, CHANGE, TAG, FILE
    }

    /** One of them. */
    private record Stored(String kind, String host, OptionalLong comparison, int change, Optional<Bytes> location, String text,
            Optional<Bytes> fingerprint) {

        static Stored of(ResultSet row) throws SQLException {
            Long comparison = row.getObject("of_comparison", Long.class);
            return new Stored(row.getString("kind"), row.getString("host"),
                    comparison == null ? OptionalLong.empty() : OptionalLong.of(comparison), row.getInt("change_number"),
                    Rows.blob(row, "location").map(Bytes::copyOf), row.getString("location_text"), Rows.digest(row, "fingerprint"));
        }

        EntryReference read() {
            return switch (StoredName.read(Kind.class, kind)) {
                case HOST -> new EntryReference.ToHost(host);
                case CHANGE -> new EntryReference.ToChange(host, comparison, change, place());
                case TAG -> new EntryReference.ToTag(host, place(), fingerprint.orElse(Bytes.EMPTY));
                case FILE -> new EntryReference.ToFile(host, text);
            };
        }

        private Location place() {
            return LocationFormat.decode(location.orElseThrow(() -> new MalformedBytes("it speaks of no place")).toArray());
        }
    }

    static void insert(Connection connection, long entry, List<EntryReference> references) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (EntryReference reference : references) {
            rows.add(switch (reference) {
                case EntryReference.ToHost to -> row(entry, rows.size() + 1, Kind.HOST, to.host(), "");
                case EntryReference.ToFile to -> row(entry, rows.size() + 1, Kind.FILE, to.host(), StoredText.whole("path", to.path()));
                case EntryReference.ToChange to -> {
                    Object[] row = placed(row(entry, rows.size() + 1, Kind.CHANGE, to.host(), ""), to.location());
                    row[4] = to.comparison().isPresent() ? Optional.of(to.comparison().getAsLong()) : Optional.empty();
                    row[5] = to.number();
                    yield row;
                }
                case EntryReference.ToTag to -> {
                    Object[] row = placed(row(entry, rows.size() + 1, Kind.TAG, to.host(), ""), to.location());
                    row[8] = to.fingerprint();
                    yield row;
                }
            });
        }
        Rows.updateAll(connection, """
                insert into incident_reference(entry_number, number, kind, host, of_comparison, change_number, location, location_text,
                fingerprint) values(?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private static Object[] row(long entry, int number, Kind kind, String host, String text) {
        return new Object[] {entry, number, kind.name(), StoredText.whole("name of the host", host), Optional.empty(), Optional.empty(),
            Optional.empty(), text, Optional.empty()};
    }

    private static Object[] placed(Object[] row, Location location) {
        row[6] = LocationFormat.encode(location);
        row[7] = StoredText.cut(location.text());
        return row;
    }

    /** Those of all entries, by the number of the entry. */
    static Map<Long, IncidentReferences> all(Connection connection) throws SQLException {
        Map<Long, IncidentReferences> all = new HashMap<>();
        Rows.each(connection, "select * from incident_reference order by entry_number, number", row -> all
                .computeIfAbsent(row.getLong("entry_number"), _ -> new IncidentReferences(new ArrayList<>())).rows().add(Stored.of(row)));
        return all;
    }

    /** Fails with {@link MalformedBytes} where one cannot be read. */
    List<EntryReference> read() {
        return rows.stream().map(Stored::read).toList();
    }
}
