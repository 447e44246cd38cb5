package org.assay.store.snapshot;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.store.block.ChangeDecoder;
import org.assay.store.block.ChangeEncoder;

/** Holds changes as they are while they are few, and as packed blocks in memory, some tens of bytes a change, when they are many. */
public final class PackedChanges implements ChangeBuffer {

    private final int most;
    private final ChangeEncoder encoder = new ChangeEncoder();
    private final List<ChangeEncoder.Packed> blocks = new ArrayList<>();
    private List<Change> plain = new ArrayList<>();
    private boolean packs;

    /** @param most how many changes are held as they are */
    public PackedChanges(int most) {
        this.most = most;
    }

    @Override
    public void add(Change change) {
        if (packs) {
            encoder.add(change).ifPresent(blocks::add);
            return;
        }
        plain.add(change);
        if (plain.size() > most) {
            packs = true;
            plain.forEach(this::add);
            plain = List.of();
        }
    }

    @Override
    public List<Change> end() {
        if (!packs) {
            return plain;
        }
        encoder.end().ifPresent(blocks::add);
        return new Blocks(List.copyOf(blocks));
    }

    private static final class Blocks extends BlockedChanges {

        private final List<ChangeEncoder.Packed> blocks;

        Blocks(List<ChangeEncoder.Packed> blocks) {
            super(blocks.stream().mapToInt(ChangeEncoder.Packed::changes).toArray());
            this.blocks = blocks;
        }

        @Override
        List<Change> read(int at) {
            ChangeEncoder.Packed block = blocks.get(at);
            return decoded(ChangeDecoder.open(block.data(), block.changes(), block.checksum()));
        }
    }
}
