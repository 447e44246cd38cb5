package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/** The table {@code gap}. */
public final class GapTable {

    private GapTable() {
    }

    /** Adds gaps of a snapshot that has {@code before} already. */
    public static int insert(Connection connection, long snapshot, long before, List<Gap> gaps) throws SQLException {
        Map<GapReason, Long> more = gaps.stream().collect(Collectors.groupingBy(Gap::reason, Collectors.counting()));
        Rows.updateAll(connection, """
                merge into gap_count c using (select cast(? as bigint) as id, cast(? as varchar) as reason, cast(? as bigint) as more) n
                on c.snapshot_id = n.id and c.reason = n.reason
                when matched then update set gaps = c.gaps + n.more
                when not matched then insert(snapshot_id, reason, gaps) values(n.id, n.reason, n.more)""",
                more.entrySet().stream().map(count -> new Object[] {snapshot, count.getKey().name(), count.getValue()}).toList());
        return Rows.updateAll(connection, """
                insert into gap(snapshot_id, number, location, location_text, reason, detail) values(?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, gaps.size()).mapToObj(at -> row(snapshot, before + at + 1, gaps.get(at))).toList());
    }

    /** A snapshot's gaps by location. */
    public static List<Gap> of(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, "select location, reason, detail from gap where snapshot_id = ? order by number",
                row -> new Gap(LocationFormat.decode(Rows.blob(row, "location").orElseThrow()),
                        StoredName.read(GapReason.class, row.getString("reason")), row.getString("detail")), snapshot)
                .stream().sorted(Comparator.comparing(Gap::location, Location.ORDER)).toList();
    }

    /** Removes gaps whose number is up to {@code last}. */
    public static int remove(Connection connection, long snapshot, long last) throws SQLException {
        return Rows.update(connection, "delete from gap where snapshot_id = ? and number <= ?", snapshot, last);
    }

    /** The highest number of a snapshot's gaps; 0 where it has none. */
    public static long last(Connection connection, long snapshot) throws SQLException {
        return Rows.first(connection, "select max(number) from gap where snapshot_id = ?", row -> row.getLong(1), snapshot).orElse(0L);
    }

    /** Counts a snapshot's gaps by reason again, and keeps the counts. */
    public static Map<GapReason, Long> count(Connection connection, long snapshot) throws SQLException {
        Rows.update(connection, "delete from gap_count where snapshot_id = ?", snapshot);
        Rows.update(connection, """
                insert into gap_count(snapshot_id, reason, gaps)
                select snapshot_id, reason, count(*) from gap where snapshot_id = ? group by snapshot_id, reason""", snapshot);
        return counts(connection, " where snapshot_id = ?", snapshot).getOrDefault(snapshot, Map.of());
    }

    /** How many gaps of which reason snapshots have, by snapshot. */
    static Map<Long, Map<GapReason, Long>> counts(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, Map<GapReason, Long>> counts = new HashMap<>();
        Rows.list(connection, "select snapshot_id, reason, gaps from gap_count" + where,
                row -> counts.computeIfAbsent(row.getLong("snapshot_id"), _ -> new EnumMap<>(GapReason.class))
                        .put(StoredName.read(GapReason.class, row.getString("reason")), row.getLong("gaps")), parameters);
        return counts;
    }

    private static Object[] row(long snapshot, long number, Gap gap) {
        return new Object[] {snapshot, number, LocationFormat.encode(gap.location()), StoredText.cut(gap.location().text()),
            gap.reason().name(), StoredText.cut(gap.detail())};
    }
}
