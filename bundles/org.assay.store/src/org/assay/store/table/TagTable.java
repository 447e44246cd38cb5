package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/** The table {@code tag}. */
public final class TagTable {

    private static final Comparator<Tag> ORDER = Comparator.comparing(Tag::host).thenComparing(Tag::location, Location.ORDER)
            .thenComparing(Tag::decided).thenComparing(Tag::fingerprint);

    private TagTable() {
    }

    /** Stores tags, each in place of one with the same host, location and fingerprint. */
    public static int save(Connection connection, List<Tag> tags) throws SQLException {
        return Rows.updateAll(connection, """
                merge into tag(host, location_key_sha256, fingerprint, location, location_text, decision, note, analyst, decided)
                key(host, location_key_sha256, fingerprint) values(?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                inKeyOrder(tags.stream().map(TagTable::row)));
    }

    /** Removes the tags with the hosts, locations and fingerprints of these; tells how many there were. */
    public static int remove(Connection connection, List<Tag> tags) throws SQLException {
        return Rows.updateAll(connection, "delete from tag where host = ? and location_key_sha256 = ? and fingerprint = ?",
                inKeyOrder(tags.stream().map(tag -> new Object[] {tag.host(), LocationFormat.key(tag.location()), tag.fingerprint()})));
    }

    /** How many tags of each decision, for people: {@code 2 QUARANTINE, 1 REPAIR}. */
    public static String summary(List<Tag> tags) {
        Map<Decision, Long> counts = tags.stream().collect(Collectors.groupingBy(Tag::decision, TreeMap::new, Collectors.counting()));
        return counts.isEmpty() ? "none" : counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** In the order of the key each page of the index is written once; in any other, many tags make a case many times as large. */
    private static List<Object[]> inKeyOrder(Stream<Object[]> rows) {
        return rows.sorted(Comparator.<Object[], String>comparing(row -> (String) row[0])
                .thenComparing(row -> (Bytes) row[1]).thenComparing(row -> (Bytes) row[2])).toList();
    }

    /** All by host and location. */
    public static List<Tag> all(Connection connection) throws SQLException {
        return Rows.list(connection, "select host, location, fingerprint, decision, note, analyst, decided from tag", TagTable::tag)
                .stream().sorted(ORDER).toList();
    }

    /** When the first tag of each host was decided. */
    public static Map<String, Instant> firstDecisions(Connection connection) throws SQLException {
        Map<String, Instant> first = new HashMap<>();
        Rows.each(connection, "select host, min(decided) as decided from tag group by host",
                row -> first.put(row.getString("host"), Rows.time(row, "decided").orElseThrow()));
        return first;
    }

    private static Object[] row(Tag tag) {
        return new Object[] {StoredText.whole("name of the host", tag.host()), LocationFormat.key(tag.location()), tag.fingerprint(),
            LocationFormat.encode(tag.location()), StoredText.cut(tag.location().text()), tag.decision().name(),
            StoredText.whole("note", tag.note()), StoredText.whole("name of the analyst", tag.analyst()), tag.decided()};
    }

    /** Removes the tags that nobody can read any more; tells what is still known of each. */
    public static List<String> removeUnreadable(Connection connection) throws SQLException {
        List<Object[]> keys = new ArrayList<>();
        List<String> known = new ArrayList<>();
        Rows.each(connection, "select * from tag", row -> {
            try {
                tag(row);
            } catch (MalformedBytes e) {
                keys.add(new Object[] {row.getString("host"), row.getBytes("location_key_sha256"), row.getBytes("fingerprint")});
                known.add("'%s' on %s of %s, by %s at %s, note '%s'".formatted(row.getString("decision"), row.getString("location_text"),
                        row.getString("host"), row.getString("analyst"), Rows.time(row, "decided").orElse(Instant.EPOCH),
                        row.getString("note")));
            }
        });
        for (Object[] key : keys) {
            Rows.update(connection, "delete from tag where host = ? and location_key_sha256 = ? and fingerprint = ?", key[0],
                    Bytes.copyOf((byte[]) key[1]), Bytes.copyOf((byte[]) key[2]));
        }
        return known;
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(row.getString("host"), LocationFormat.decode(Rows.blob(row, "location").orElseThrow()),
                Rows.digest(row, "fingerprint").orElse(Bytes.EMPTY), StoredName.read(Decision.class, row.getString("decision")),
                row.getString("note"), row.getString("analyst"), Rows.time(row, "decided").orElseThrow());
    }
}
