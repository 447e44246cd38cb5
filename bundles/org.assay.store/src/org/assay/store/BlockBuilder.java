package org.assay.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.model.FileItem;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.Location;
import org.assay.model.ValueItem;

/**
 * Cuts a snapshot's items into blocks. Items may come in any order: a buffer sorts them, and of a full buffer only the lower half is
 * written, so that what comes a little late still finds its place. What comes later than that begins a new run; reading merges the runs.
 */
final class BlockBuilder {

    private static final Comparator<Item> ORDER = Comparator.comparing(Item::location, Location.ORDER);

    /** How much waits in memory at most, by count and by estimated size. */
    private static final int BUFFER_ITEMS = 50_000;
    private static final long BUFFER_BYTES = 32L << 20;

    /** When a block ends. Its last item may exceed the bytes: a registry value can be of any size. */
    private static final int BLOCK_ITEMS = 1000;
    private static final int BLOCK_BYTES = 256 << 10;

    /** About what an item takes in memory beside its data, its own name, and the references to those of its parents. */
    private static final int ITEM_BYTES = 300;

    private final List<Item> buffer = new ArrayList<>();
    private final ItemEncoder encoder = new ItemEncoder();
    private List<BlockTable.Full> blocks = new ArrayList<>();
    private long bufferBytes;
    private Optional<Location> last = Optional.empty();
    private Optional<Location> first = Optional.empty();
    private int run;
    private int number;

    /**
     * Takes an item.
     *
     * @throws IllegalArgumentException when it contradicts itself, see {@link Shape#of}
     */
    void add(Item item) {
        Shape.of(item);
        buffer.add(item);
        bufferBytes += estimate(item);
        while (buffer.size() >= BUFFER_ITEMS || bufferBytes >= BUFFER_BYTES) {
            buffer.sort(ORDER);
            int late = late();
            if (late > buffer.size() / 2) {
                beginRun();
                late = 0;
            }
            write(late, late + (buffer.size() - late + 1) / 2);
        }
    }

    /** No more items come. */
    void end() {
        buffer.sort(ORDER);
        write(late(), buffer.size());
        if (!buffer.isEmpty()) {
            beginRun();
            write(0, buffer.size());
        }
        endBlock();
    }

    boolean hasBlocks() {
        return !blocks.isEmpty();
    }

    /** The blocks that are ready, in the order of run and number; they are the caller's now. */
    List<BlockTable.Full> take() {
        List<BlockTable.Full> ready = blocks;
        blocks = new ArrayList<>();
        return ready;
    }

    /** How many items of the sorted buffer come too late for the current run. */
    private int late() {
        int late = 0;
        while (last.isPresent() && late < buffer.size() && Location.ORDER.compare(buffer.get(late).location(), last.get()) < 0) {
            late++;
        }
        return late;
    }

    private void write(int from, int to) {
        List<Item> part = buffer.subList(from, to);
        for (Item item : part) {
            if (first.isEmpty()) {
                first = Optional.of(item.location());
            }
            encoder.add(item);
            if (encoder.items() >= BLOCK_ITEMS || encoder.length() >= BLOCK_BYTES) {
                endBlock();
            }
        }
        if (!part.isEmpty()) {
            last = Optional.of(part.getLast().location());
        }
        part.clear();
        bufferBytes = buffer.stream().mapToLong(BlockBuilder::estimate).sum();
    }

    private void beginRun() {
        endBlock();
        last = Optional.empty();
        run++;
        number = 0;
    }

    private void endBlock() {
        if (first.isPresent()) {
            BlockFormat.Packed packed = BlockFormat.pack(encoder);
            blocks.add(new BlockTable.Full(new Block(run, number, encoder.items(), first.get(), packed.checksum()), packed.data()));
            number++;
            first = Optional.empty();
            encoder.clear();
        }
    }

    private static long estimate(Item item) {
        int own = switch (item) {
            case FileItem file -> file.target().map(String::length).orElse(0);
            case KeyItem key -> key.className().map(String::length).orElse(0);
            case ValueItem value -> value.data().length();
        };
        return ITEM_BYTES + own + item.location().name().length() + 8L * item.location().components().size();
    }
}
