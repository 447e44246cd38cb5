package org.assay.store;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.TreeMap;

import org.assay.model.AssayException;
import org.assay.model.Bytes;
import org.assay.model.Gap;
import org.assay.model.ItemStream;
import org.assay.model.Location;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotView;

/** A snapshot as the case has it when this is made. Keeps the directory of its blocks in memory: some hundred bytes a block. */
final class StoredSnapshot implements SnapshotView {

    private final Connections connections;
    private final long id;
    private final List<List<Block>> runs;

    /** Reads the directory of blocks; fails when the snapshot's digest says that it is not what was finished. */
    StoredSnapshot(Connections connections, Snapshot snapshot) {
        this.connections = connections;
        this.id = snapshot.id();
        List<Block> blocks = connections.read(connection -> BlockTable.directory(connection, id));
        if (snapshot.digest().isPresent() && !snapshot.digest().get().equals(digest(blocks))) {
            throw connections.path().failure("In the case %s items of snapshot %d are missing or were altered: "
                    + "its blocks have another digest. Go on with a copy of the case.", null, id);
        }
        runs = List.copyOf(blocks.stream().collect(Collectors.groupingBy(Block::run, TreeMap::new, Collectors.toList())).values());
    }

    @Override
    public ItemStream items() {
        return new MergedItems(runs.stream().map(run -> new RunReader(this, run)).toList());
    }

    @Override
    public ItemStream itemsWithin(Location top) {
        return new ItemsWithin(top, new MergedItems(runs.stream().map(run -> RunReader.from(top, this, run)).toList()));
    }

    @Override
    public List<Gap> gaps() {
        return connections.read(connection -> GapTable.of(connection, id));
    }

    @Override
    public Optional<byte[]> content(Bytes sha256) {
        return connections.read(connection -> ContentTable.of(connection, sha256));
    }

    /** Fetches a block and opens it; fails when it is missing or damaged. */
    ItemDecoder open(Block block) {
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

    /** The failure that says that {@code block} cannot be decoded. */
    AssayException damaged(Block block, MalformedBytes why) {
        return connections.path().failure("In the case %s block %d of run %d of snapshot %d is damaged: %s. Go on with a copy of the case.",
                why, block.number(), block.run(), id, why.getMessage());
    }

    private static Bytes digest(List<Block> blocks) {
        MessageDigest digest = Sha256.start();
        blocks.forEach(block -> digest.update(block.checksum().toArray()));
        return Bytes.copyOf(digest.digest());
    }
}
