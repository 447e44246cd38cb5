package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.custody.Seal;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Rows;

/** The table {@code seal}. */
public final class SealTable {

    private SealTable() {
    }

    /** Stores a signed message over a snapshot and gives the seal's id. */
    public static long insert(Connection connection, long snapshot, Bytes message, Instant signed) throws SQLException {
        return Rows.insert(connection, "insert into seal(snapshot_id, sealed, message_sha256, message) values(?, ?, ?, ?)", snapshot,
                signed, Sha256.of(message.toArray()), message.toArray());
    }

    /** Stores a time stamp of a seal that has none; tells whether it did. */
    public static boolean stamp(Connection connection, long id, Bytes timeStamp) throws SQLException {
        return Rows.update(connection, "update seal set time_stamp = ? where id = ? and time_stamp is null", timeStamp.toArray(), id) > 0;
    }

    /** All by id. */
    public static List<Seal> all(Connection connection) throws SQLException {
        return Rows.list(connection, "select id, snapshot_id, sealed, message, time_stamp from seal order by id",
                row -> new Seal(row.getLong("id"), row.getLong("snapshot_id"), Rows.time(row, "sealed").orElseThrow(),
                        Bytes.copyOf(Rows.blob(row, "message").orElseThrow()), Rows.blob(row, "time_stamp").map(Bytes::copyOf)));
    }

    /** The seals whose message is not the one of its digest, by number. */
    public static List<Long> altered(Connection connection) throws SQLException {
        List<Long> altered = new ArrayList<>();
        Rows.each(connection, "select id, message_sha256, message from seal order by id", row -> {
            if (!Rows.blob(row, "message").map(Sha256::of).equals(Rows.digest(row, "message_sha256"))) {
                altered.add(row.getLong("id"));
            }
        });
        return altered;
    }
}
