package org.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables {@code item_block} and {@code item_block_data}. */
final class BlockTable {

    /** A block with its bytes. */
    record Full(Block block, byte[] data) {
    }

    private BlockTable() {
    }

    static int insert(Connection connection, long snapshot, List<Full> blocks) throws SQLException {
        Rows.updateAll(connection, """
                insert into item_block(snapshot_id, run, number, items, first_location, checksum_sha256) values(?, ?, ?, ?, ?, ?)""",
                blocks.stream().map(Full::block).map(block -> new Object[] {snapshot, block.run(), block.number(), block.items(),
                    LocationFormat.encode(block.first()), block.checksum()}).toList());
        return Rows.updateAll(connection, "insert into item_block_data(snapshot_id, run, number, data) values(?, ?, ?, ?)",
                blocks.stream().map(full -> new Object[] {snapshot, full.block.run(), full.block.number(), full.data}).toList());
    }

    /** All blocks of a snapshot as they were written: by run, then by number. */
    static List<Block> directory(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, """
                select run, number, items, first_location, checksum_sha256 from item_block where snapshot_id = ? order by run, number""",
                row -> new Block(row.getInt("run"), row.getInt("number"), row.getInt("items"),
                        LocationFormat.decode(Rows.blob(row, "first_location").orElseThrow()),
                        Rows.digest(row, "checksum_sha256").orElseThrow()), snapshot);
    }

    /** The bytes of a block. */
    static Optional<byte[]> data(Connection connection, long snapshot, Block block) throws SQLException {
        return Rows.first(connection, "select data from item_block_data where snapshot_id = ? and run = ? and number = ?",
                row -> Rows.blob(row, "data").orElseThrow(), snapshot, block.run(), block.number());
    }
}
