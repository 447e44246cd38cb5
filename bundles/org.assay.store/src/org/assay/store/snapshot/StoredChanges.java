package org.assay.store.snapshot;

import java.util.List;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.text.Bytes;
import org.assay.store.block.ChangeDecoder;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Connections;
import org.assay.store.table.ChangeRows;
import org.assay.store.table.ChangeTable;

/**
 * The changes of a stored comparison by number, as often as they are asked for. They are read block by block: memory does not depend on how
 * many there are.
 */
public final class StoredChanges extends BlockedChanges {

    private final Connections connections;
    private final long comparison;
    private final List<ChangeTable.Entry> blocks;

    private StoredChanges(Connections connections, long comparison, List<ChangeTable.Entry> blocks) {
        super(blocks.stream().mapToInt(ChangeTable.Entry::changes).toArray());
        this.connections = connections;
        this.comparison = comparison;
        this.blocks = blocks;
    }

    /**
     * Reads the directory of blocks; fails when the comparison's digest says that they are not what was stored.
     *
     * @param digest the comparison's digest; empty for one of a case up to schema version 4, whose changes are rows
     */
    public static List<Change> of(Connections connections, long comparison, Optional<Bytes> digest) {
        if (digest.isEmpty()) {
            return connections.read(connection -> ChangeRows.of(connection, comparison));
        }
        List<ChangeTable.Entry> blocks = connections.read(connection -> ChangeTable.directory(connection, comparison));
        if (!digest.get().equals(ChangeTable.digest(blocks))) {
            throw connections.path().failure("In the case %s changes of comparison %d are missing or were altered: "
                    + "its blocks have another digest. Compare again, in a copy of the case.", null, comparison);
        }
        return new StoredChanges(connections, comparison, blocks);
    }

    /**
     * The same with all blocks in memory, packed as they are stored, some hundred bytes a change: the case is not asked again. Those of a
     * case up to schema version 4 are in memory anyway.
     */
    public static List<Change> held(List<Change> stored) {
        if (stored instanceof StoredChanges read) {
            List<Optional<byte[]>> data = read.blocks.stream().map(read::data).toList();
            return new BlockedChanges(read.blocks.stream().mapToInt(ChangeTable.Entry::changes).toArray()) {
                @Override
                List<Change> read(int at) {
                    return read.decoded(read.blocks.get(at), data.get(at));
                }
            };
        }
        return stored;
    }

    @Override
    List<Change> read(int at) {
        return decoded(blocks.get(at), data(blocks.get(at)));
    }

    private Optional<byte[]> data(ChangeTable.Entry block) {
        return connections.read(connection -> ChangeTable.data(connection, comparison, block));
    }

    private List<Change> decoded(ChangeTable.Entry block, Optional<byte[]> data) {
        try {
            ChangeDecoder changes = ChangeDecoder.open(data.orElseThrow(() -> new MalformedBytes("its bytes are missing")),
                    block.changes(), block.checksum());
            // Decoded at once, so that what cannot be decoded is reported with the block's number.
            return decoded(changes);
        } catch (MalformedBytes e) {
            throw connections.path().failure("In the case %s block %d of comparison %d is damaged: %s. "
                    + "Compare again, in a copy of the case.",
                    e, block.number(), comparison, e.getMessage());
        }
    }
}
