package org.assay.store.snapshot;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.block.BlockFormat;
import org.assay.store.block.ItemDecoder;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Connections;
import org.assay.store.table.AttemptTable;
import org.assay.store.table.Block;
import org.assay.store.table.BlockTable;
import org.assay.store.table.ContentTable;
import org.assay.store.table.GapTable;
import org.assay.store.table.SnapshotTable;

/** A snapshot as the case has it when this is made. Keeps the directory of its blocks in memory: some hundred bytes a block. */
public final class StoredSnapshot implements SnapshotView, StoredBlocks {

    private final Connections connections;
    private final long id;
    private final List<Block> blocks;
    private final List<List<Block>> runs;
    private final List<Integer> firstRuns;

    /** @param firstRuns the first run of each attempt that {@code blocks} may come from, in order */
    StoredSnapshot(Connections connections, long id, List<Block> blocks, List<Integer> firstRuns) {
        this.connections = connections;
        this.id = id;
        this.blocks = blocks;
        this.firstRuns = firstRuns;
        runs = List.copyOf(blocks.stream().collect(Collectors.groupingBy(Block::run, TreeMap::new, Collectors.toList())).values());
    }

    /** Reads the directory of blocks; fails when the snapshot's digest says that it is not what was finished. */
    public static StoredSnapshot of(Connections connections, Snapshot snapshot) {
        long id = snapshot.id();
        StoredSnapshot stored = connections.read(connection -> new StoredSnapshot(connections, id,
                BlockTable.directory(connection, id, SnapshotTable.firstRun(connection, id)), AttemptTable.firstRuns(connection, id)));
        if (snapshot.digest().isPresent() && !snapshot.digest().get().equals(stored.blocksDigest())) {
            throw connections.path().failure("In the case %s items of snapshot %d are missing or were altered: "
                    + "its blocks have another digest. Go on with a copy of the case.", null, id);
        }
        return stored;
    }

    @Override
    public ItemStream items() {
        return new MergedItems(runs.stream().map(run -> new RunReader(this, attempt(run), run)).toList());
    }

    @Override
    public ItemStream itemsWithin(Location top) {
        return new ItemsWithin(top, new MergedItems(runs.stream().map(run -> RunReader.from(top, this, attempt(run), run)).toList()));
    }

    private int attempt(List<Block> run) {
        return (int) firstRuns.stream().filter(first -> first <= run.getFirst().run()).count();
    }

    @Override
    public List<Gap> gaps() {
        return connections.read(connection -> GapTable.of(connection, id));
    }

    @Override
    public Optional<byte[]> content(Bytes sha256) {
        return connections.read(connection -> ContentTable.of(connection, sha256));
    }

    @Override
    public ItemDecoder open(Block block) {
        Optional<byte[]> data = connections.read(connection -> BlockTable.data(connection, id, block));
        try {
            ItemDecoder items = BlockFormat.unpack(data.orElseThrow(() -> new MalformedBytes("its bytes are missing")), block.checksum());
            if (items.items() != block.items()) {
                throw new MalformedBytes("it holds " + items.items() + " items where " + block.items() + " must be");
            }
            return items;
        } catch (MalformedBytes e) {
            throw damaged(block, e);
        }
    }

    @Override
    public AssayException damaged(Block block, MalformedBytes why) {
        return connections.path().failure("In the case %s block %d of run %d of snapshot %d is damaged: %s. Go on with a copy of the case.",
                why, block.number(), block.run(), id, why.getMessage());
    }

    /** SHA-256 over the checksums of the blocks. */
    Bytes blocksDigest() {
        MessageDigest digest = Sha256.start();
        blocks.forEach(block -> digest.update(block.checksum().toArray()));
        return Bytes.copyOf(digest.digest());
    }
}
