package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assay.model.snapshot.Area;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/** The table {@code area}. */
public final class AreaTable {

    private AreaTable() {
    }

    /** Says that a snapshot was asked for {@code areas}, and for nothing else. */
    public static int replace(Connection connection, long snapshot, List<Area> areas) throws SQLException {
        Rows.update(connection, "delete from area where snapshot_id = ?", snapshot);
        return Rows.updateAll(connection, """
                insert into area(snapshot_id, number, location, location_text, caseless, time_step_nanos) values(?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, areas.size()).mapToObj(at -> row(snapshot, at + 1, areas.get(at))).toList());
    }

    /** Areas by snapshot, in the order in which they were given. */
    static Map<Long, List<Area>> bySnapshot(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, List<Area>> areas = new HashMap<>();
        Rows.list(connection, "select snapshot_id, location, caseless, time_step_nanos from area" + where
                + " order by snapshot_id, number", row -> areas.computeIfAbsent(row.getLong("snapshot_id"), _ -> new ArrayList<>())
                        .add(new Area(LocationFormat.decode(Rows.blob(row, "location").orElseThrow()), row.getBoolean("caseless"),
                                Duration.ofNanos(row.getLong("time_step_nanos")))), parameters);
        return areas;
    }

    private static Object[] row(long snapshot, int number, Area area) {
        return new Object[] {snapshot, number, LocationFormat.encode(area.top()), StoredText.cut(area.top().text()), area.caseless(),
            area.timeStep().toNanos()};
    }
}
