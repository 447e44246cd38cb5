package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.assay.store.bytes.LocationFormat;
import org.assay.store.database.Rows;
import org.assay.store.digest.Part;
import org.assay.store.digest.PartDigest;

/** The tables {@code item_block} and {@code item_block_data}. */
public final class BlockTable {

    /** A block with its bytes. */
    public record Full(Block block, byte[] data) {
    }

    private BlockTable() {
    }

    public static int insert(Connection connection, long snapshot, List<Full> blocks) throws SQLException {
        Rows.updateAll(connection, """
                insert into item_block(snapshot_id, run, number, items, first_location, checksum_sha256) values(?, ?, ?, ?, ?, ?)""",
                blocks.stream().map(Full::block).map(block -> new Object[] {snapshot, block.run(), block.number(), block.items(),
                    LocationFormat.encode(block.first()), block.checksum()}).toList());
        return Rows.updateAll(connection, "insert into item_block_data(snapshot_id, run, number, data) values(?, ?, ?, ?)",
                blocks.stream().map(full -> new Object[] {snapshot, full.block.run(), full.block.number(), full.data}).toList());
    }

    /** The blocks of a snapshot from the run {@code firstRun} on as they were written: by run, then by number. */
    public static List<Block> directory(Connection connection, long snapshot, int firstRun) throws SQLException {
        return Rows.list(connection, """
                select run, number, items, first_location, checksum_sha256 from item_block
                where snapshot_id = ? and run >= ? order by run, number""",
                row -> new Block(row.getInt("run"), row.getInt("number"), row.getInt("items"),
                        LocationFormat.decode(Rows.blob(row, "first_location").orElseThrow()),
                        Rows.digest(row, "checksum_sha256").orElseThrow()), snapshot, firstRun);
    }

    /** How many items are stored for a snapshot, those of all attempts counted. */
    public static long items(Connection connection, long snapshot) throws SQLException {
        return Rows.first(connection, "select coalesce(sum(cast(items as bigint)), 0) from item_block where snapshot_id = ?",
                row -> row.getLong(1), snapshot).orElseThrow();
    }

    /** Removes a piece of what snapshots do not need any more, since a later attempt made them whole; tells how many blocks that were. */
    public static int removeUnneeded(Connection connection) throws SQLException {
        List<Object[]> blocks = Rows.list(connection, """
                select b.snapshot_id, b.run, b.number from snapshot s join item_block b on b.snapshot_id = s.id
                where s.first_run > 0 and b.run < s.first_run fetch first 100 rows only""",
                row -> new Object[] {row.getLong(1), row.getInt(2), row.getInt(3)});
        Rows.updateAll(connection, "delete from item_block_data where snapshot_id = ? and run = ? and number = ?", blocks);
        int removed = Rows.updateAll(connection, "delete from item_block where snapshot_id = ? and run = ? and number = ?", blocks);
        for (Object snapshot : new TreeSet<>(blocks.stream().map(block -> block[0]).toList())) {
            PartDigest.renew(connection, Part.ITEM_BLOCK, (Long) snapshot);
        }
        return removed;
    }

    /** The bytes of a block. */
    public static Optional<byte[]> data(Connection connection, long snapshot, Block block) throws SQLException {
        return Rows.first(connection, "select data from item_block_data where snapshot_id = ? and run = ? and number = ?",
                row -> Rows.blob(row, "data").orElseThrow(), snapshot, block.run(), block.number());
    }
}
