package org.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.Gap;
import org.assay.model.GapReason;
import org.assay.model.Location;

/** The table {@code gap}. */
final class GapTable {

    private GapTable() {
    }

    /** Adds gaps of a snapshot that has {@code before} already. */
    static int insert(Connection connection, long snapshot, long before, List<Gap> gaps) throws SQLException {
        return Rows.updateAll(connection, """
                insert into gap(snapshot_id, number, location, location_text, reason, detail) values(?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, gaps.size()).mapToObj(at -> row(snapshot, before + at + 1, gaps.get(at))).toList());
    }

    /** A snapshot's gaps by location. */
    static List<Gap> of(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, "select location, reason, detail from gap where snapshot_id = ? order by number",
                row -> new Gap(LocationFormat.decode(Rows.blob(row, "location").orElseThrow()),
                        StoredName.read(GapReason.class, row.getString("reason")), row.getString("detail")), snapshot)
                .stream().sorted(Comparator.comparing(Gap::location, Location.ORDER)).toList();
    }

    private static Object[] row(long snapshot, long number, Gap gap) {
        return new Object[] {snapshot, number, LocationFormat.encode(gap.location()), StoredText.cut(gap.location().text()),
            gap.reason().name(), StoredText.cut(gap.detail())};
    }
}
