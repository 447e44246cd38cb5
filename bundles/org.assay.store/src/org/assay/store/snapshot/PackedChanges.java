package org.assay.store.snapshot;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.text.Bytes;
import org.assay.store.block.ChangeDecoder;
import org.assay.store.block.ChangeEncoder;
import org.assay.store.channel.SpilledBytes;

/** Holds changes as they are while they are few, and as packed blocks in a file, some hundred bytes a change, when they are many. */
public final class PackedChanges implements ChangeBuffer {

    private final int most;
    private final SpilledBytes file;
    private final ChangeEncoder encoder = new ChangeEncoder();
    private final List<Block> blocks = new ArrayList<>();
    private List<Change> plain = new ArrayList<>();
    private boolean packs;

    /**
     * @param most how many changes are held as they are
     * @param file takes the others
     */
    public PackedChanges(int most, SpilledBytes file) {
        this.most = most;
        this.file = file;
    }

    /** A block in the file. */
    private record Block(SpilledBytes.Piece bytes, int changes, Bytes checksum) {
    }

    @Override
    public void add(Change change) {
        if (packs) {
            encoder.add(change).ifPresent(this::add);
            return;
        }
        plain.add(change);
        if (plain.size() > most) {
            packs = true;
            plain.forEach(this::add);
            plain = List.of();
        }
    }

    private void add(ChangeEncoder.Packed block) {
        blocks.add(new Block(file.add(block.data()), block.changes(), block.checksum()));
    }

    @Override
    public List<Change> end() {
        if (!packs) {
            return plain;
        }
        encoder.end().ifPresent(this::add);
        return new Blocks(file, List.copyOf(blocks));
    }

    private static final class Blocks extends BlockedChanges {

        private final SpilledBytes file;
        private final List<Block> blocks;

        Blocks(SpilledBytes file, List<Block> blocks) {
            super(blocks.stream().mapToInt(Block::changes).toArray());
            this.file = file;
            this.blocks = blocks;
        }

        @Override
        List<Change> read(int at) {
            Block block = blocks.get(at);
            return decoded(ChangeDecoder.open(file.read(block.bytes()), block.changes(), block.checksum()));
        }
    }
}
