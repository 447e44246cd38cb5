package org.assay.store.snapshot;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
public final class StoredChanges extends AbstractList<Change> {

    /** How many blocks are held for who asks for changes here and there. */
    private static final int HELD_BLOCKS = 4;

    private final Connections connections;
    private final long comparison;
    private final List<ChangeTable.Entry> blocks;
    /** Where each block begins, and the end. */
    private final int[] starts;
    private final Map<Integer, List<Change>> held = new LinkedHashMap<>(HELD_BLOCKS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Change>> eldest) {
            return size() > HELD_BLOCKS;
        }
    };

    private StoredChanges(Connections connections, long comparison, List<ChangeTable.Entry> blocks) {
        this.connections = connections;
        this.comparison = comparison;
        this.blocks = blocks;
        this.starts = new int[blocks.size() + 1];
        for (int at = 0; at < blocks.size(); at++) {
            starts[at + 1] = starts[at] + blocks.get(at).changes();
        }
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

    @Override
    public int size() {
        return starts[blocks.size()];
    }

    @Override
    public Change get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(starts, index);
        int block = found >= 0 ? found : -found - 2;
        synchronized (held) {
            return held.computeIfAbsent(block, at -> open(blocks.get(at))).get(index - starts[block]);
        }
    }

    /** Holds one block at a time. */
    @Override
    public Iterator<Change> iterator() {
        return new Iterator<>() {

            private final Iterator<ChangeTable.Entry> left = blocks.iterator();
            private Iterator<Change> block = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!block.hasNext() && left.hasNext()) {
                    block = open(left.next()).iterator();
                }
                return block.hasNext();
            }

            @Override
            public Change next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return block.next();
            }
        };
    }

    private List<Change> open(ChangeTable.Entry block) {
        Optional<byte[]> data = connections.read(connection -> ChangeTable.data(connection, comparison, block));
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

    private static List<Change> decoded(ChangeDecoder changes) {
        List<Change> decoded = new ArrayList<>();
        changes.forEachRemaining(decoded::add);
        return decoded;
    }
}
