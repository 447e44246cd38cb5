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

import org.assay.model.change.Change;
import org.assay.store.block.ChangeDecoder;

/** Changes in packed blocks, which are decoded one by one: memory does not depend on how many changes there are. */
abstract class BlockedChanges extends AbstractList<Change> {

    /** How many decoded blocks are held for who asks for changes here and there. */
    private static final int HELD_BLOCKS = 4;

    /** Where each block begins, and the end. */
    private final int[] starts;
    private final Map<Integer, List<Change>> held = new LinkedHashMap<>(HELD_BLOCKS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Change>> eldest) {
            return size() > HELD_BLOCKS;
        }
    };

    /** @param sizes how many changes each block holds, at least 1 */
    BlockedChanges(int[] sizes) {
        starts = new int[sizes.length + 1];
        for (int at = 0; at < sizes.length; at++) {
            starts[at + 1] = starts[at] + sizes[at];
        }
    }

    /** The changes of one block, all of them decoded, so that what cannot be decoded is reported with the block's number. */
    abstract List<Change> read(int block);

    @Override
    public int size() {
        return starts[starts.length - 1];
    }

    @Override
    public Change get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(starts, index);
        int block = found >= 0 ? found : -found - 2;
        synchronized (held) {
            return held.computeIfAbsent(block, this::read).get(index - starts[block]);
        }
    }

    /** Holds one block at a time. */
    @Override
    public Iterator<Change> iterator() {
        return new Iterator<>() {

            private int next;
            private Iterator<Change> block = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!block.hasNext() && next < starts.length - 1) {
                    block = read(next++).iterator();
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

    static List<Change> decoded(ChangeDecoder changes) {
        List<Change> decoded = new ArrayList<>();
        changes.forEachRemaining(decoded::add);
        return decoded;
    }
}
