package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.snapshot.Remark;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/** The table {@code remark}. */
public final class RemarkTable {

    private RemarkTable() {
    }

    /** Adds remarks of a snapshot that has {@code before} already. */
    public static int insert(Connection connection, long snapshot, long before, List<Remark> remarks) throws SQLException {
        return Rows.updateAll(connection, "insert into remark(snapshot_id, number, location, location_text, text) values(?, ?, ?, ?, ?)",
                IntStream.range(0, remarks.size()).mapToObj(at -> row(snapshot, before + at + 1, remarks.get(at))).toList());
    }

    /** A snapshot's remarks by location. */
    public static List<Remark> of(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, "select location, text from remark where snapshot_id = ? order by number",
                row -> new Remark(LocationFormat.decode(Rows.blob(row, "location").orElseThrow()), row.getString("text")), snapshot)
                .stream().sorted(Comparator.comparing(Remark::location, Location.ORDER)).toList();
    }

    /** Removes remarks whose number is up to {@code last}. */
    public static int remove(Connection connection, long snapshot, long last) throws SQLException {
        return Rows.update(connection, "delete from remark where snapshot_id = ? and number <= ?", snapshot, last);
    }

    /** The highest number of a snapshot's remarks; 0 where it has none. */
    public static long last(Connection connection, long snapshot) throws SQLException {
        return Rows.first(connection, "select max(number) from remark where snapshot_id = ?", row -> row.getLong(1), snapshot).orElse(0L);
    }

    private static Object[] row(long snapshot, long number, Remark remark) {
        return new Object[] {snapshot, number, LocationFormat.encode(remark.location()), StoredText.cut(remark.location().text()),
            StoredText.cut(remark.text())};
    }
}
