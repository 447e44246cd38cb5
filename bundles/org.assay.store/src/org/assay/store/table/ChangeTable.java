package org.assay.store.table;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.block.ChangeEncoder;
import org.assay.store.database.Rows;
import org.assay.store.digest.Part;
import org.assay.store.digest.PartDigest;

/** The table {@code change_block}: changes in blocks, by number. */
public final class ChangeTable {

    /** A row of the directory of blocks: which one, how many changes it holds, and what {@link ChangeEncoder.Packed} says. */
    public record Entry(int number, int changes, Bytes checksum) {
    }

    /** Takes a full block. */
    @FunctionalInterface
    private interface Sink {
        void take(ChangeEncoder.Packed block) throws SQLException;
    }

    private ChangeTable() {
    }

    /** Adds a comparison's changes; gives the digest over them. */
    public static Bytes insert(Connection connection, long comparison, Iterable<Change> changes) throws SQLException {
        Bytes digest = pack(changes, block -> Rows.update(connection,
                "insert into change_block(comparison_id, number, changes, checksum_sha256, data) values(?, ?, ?, ?, ?)",
                comparison, block.number(), block.changes(), block.checksum(), block.data()));
        PartDigest.renew(connection, Part.CHANGE_BLOCK, comparison);
        return digest;
    }

    /** The digest that {@link #insert} would give: the same for the same changes with the same findings. */
    public static Bytes digest(Iterable<Change> changes) throws SQLException {
        return pack(changes, _ -> { });
    }

    private static Bytes pack(Iterable<Change> changes, Sink sink) throws SQLException {
        ChangeEncoder encoder = new ChangeEncoder();
        MessageDigest digest = Sha256.start();
        for (Change change : changes) {
            take(encoder.add(change), digest, sink);
        }
        take(encoder.end(), digest, sink);
        return Bytes.copyOf(digest.digest());
    }

    private static void take(Optional<ChangeEncoder.Packed> block, MessageDigest digest, Sink sink) throws SQLException {
        if (block.isPresent()) {
            digest.update(block.get().checksum().toArray());
            sink.take(block.get());
        }
    }

    /** The blocks of a comparison by number. */
    public static List<Entry> directory(Connection connection, long comparison) throws SQLException {
        return Rows.list(connection, "select number, changes, checksum_sha256 from change_block where comparison_id = ? order by number",
                row -> new Entry(row.getInt("number"), row.getInt("changes"), Rows.digest(row, "checksum_sha256").orElse(Bytes.EMPTY)),
                comparison);
    }

    /** What {@link #insert} gave for these blocks. */
    public static Bytes digest(List<Entry> blocks) {
        MessageDigest digest = Sha256.start();
        blocks.forEach(block -> digest.update(block.checksum().toArray()));
        return Bytes.copyOf(digest.digest());
    }

    /** The bytes of a block. */
    public static Optional<byte[]> data(Connection connection, long comparison, Entry block) throws SQLException {
        return Rows.first(connection, "select data from change_block where comparison_id = ? and number = ?",
                row -> Rows.blob(row, "data").orElseThrow(), comparison, block.number());
    }
}
