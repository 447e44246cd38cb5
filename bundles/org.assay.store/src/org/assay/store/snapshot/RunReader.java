package org.assay.store.snapshot;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.store.block.ItemDecoder;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.table.Block;

/**
 * Stands before an item of a run and goes on from there; only one block is in memory. Ordered by that item, then by attempt, the latest
 * first, then by run.
 */
public final class RunReader implements Comparable<RunReader> {

    private final StoredBlocks blocks;
    private final int attempt;
    private final Iterator<Block> rest;
    private Block block;
    private ItemDecoder items;
    private Optional<Item> head;

    /** A reader of {@code run}, which has a block at least, from its first item on. */
    RunReader(StoredBlocks blocks, int attempt, List<Block> run) {
        this.blocks = blocks;
        this.attempt = attempt;
        rest = run.iterator();
        block = rest.next();
        items = blocks.open(block);
        head = read();
    }

    /** A reader from the first item on that does not come before {@code top}. */
    static RunReader from(Location top, StoredBlocks blocks, int attempt, List<Block> run) {
        RunReader reader = new RunReader(blocks, attempt, run.subList(start(top, run), run.size()));
        while (reader.head.isPresent() && Location.ORDER.compare(reader.head.get().location(), top) < 0) {
            reader.head = reader.read();
        }
        return reader;
    }

    /** The item it stands before; empty at the end. */
    Optional<Item> head() {
        return head;
    }

    /** Which attempt at the snapshot the run is from. */
    int attempt() {
        return attempt;
    }

    /** Steps over the head. */
    void advance() {
        head = read();
    }

    /** Only for readers that have a head. */
    @Override
    public int compareTo(RunReader other) {
        int order = Location.ORDER.compare(head.orElseThrow().location(), other.head.orElseThrow().location());
        if (order != 0) {
            return order;
        }
        return attempt != other.attempt ? Integer.compare(other.attempt, attempt) : Integer.compare(block.run(), other.block.run());
    }

    private Optional<Item> read() {
        while (!items.hasNext() && rest.hasNext()) {
            block = rest.next();
            items = blocks.open(block);
        }
        try {
            return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
        } catch (MalformedBytes e) {
            throw blocks.damaged(block, e);
        }
    }

    /** The last block that begins before {@code top}: items at {@code top} may be its last ones. */
    private static int start(Location top, List<Block> run) {
        int low = 0;
        int high = run.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (Location.ORDER.compare(run.get(middle).first(), top) < 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
