package org.assay.store.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.store.block.BlockFormat;
import org.assay.store.block.ItemEncoder;
import org.assay.store.block.ItemsDigest;
import org.assay.store.block.Shape;
import org.assay.store.table.Block;
import org.assay.store.table.BlockTable;

/**
 * Cuts a snapshot's items into blocks. Files come from a walk in order and go straight into a block, so that a capture of few huge files
 * leaves nothing waiting. Registry data lies in exports and hives as it does: a buffer sorts it, and of a full buffer only the lower half
 * is written, so that what comes a little late still finds its place. What comes later than that begins a new run; reading merges the
 * runs. Files are sorted, too, from the first one on that comes late.
 */
public final class BlockBuilder {

    private static final Comparator<Item> ORDER = Comparator.comparing(Item::location, Location.ORDER);

    /** How much of registry data waits in memory, by estimated size: room for a SYSTEM hive, whose control set changes its place. */
    private static final long BUFFER_BYTES = 64L << 20;

    /** For how many flushes it waits at first: a hive or an export of common size is read by then. */
    private static final int PATIENCE = 5;

    /** When a block ends. Its last item may exceed the bytes: a registry value can be of any size. */
    private static final int BLOCK_ITEMS = 1000;
    private static final int BLOCK_BYTES = 256 << 10;

    /** About what an item takes in memory beside its data, its own name, and the references to those of its parents. */
    private static final int ITEM_BYTES = 300;

    private final List<Item> buffer = new ArrayList<>();
    private final ItemEncoder encoder = new ItemEncoder();
    private final long mostBytes;
    private List<BlockTable.Full> blocks = new ArrayList<>();
    private long blocksBytes;
    private long bufferBytes;
    private Optional<ItemsDigest> digest = Optional.of(new ItemsDigest());
    private Optional<Location> last = Optional.empty();
    private Optional<Location> first = Optional.empty();
    private boolean late;
    private int run;
    private int number;
    private int flushes;
    private int patience = PATIENCE;

    /** @param firstRun the number of the first run */
    public BlockBuilder(int firstRun) {
        this(firstRun, BUFFER_BYTES);
    }

    /** @param mostBytes how much waits in memory at most, by estimated size */
    public BlockBuilder(int firstRun, long mostBytes) {
        run = firstRun;
        this.mostBytes = mostBytes;
    }

    /**
     * Takes an item.
     *
     * @throws IllegalArgumentException when it contradicts itself, see {@link Shape#check}
     */
    public void add(Item item) {
        if (item instanceof FileItem && !late) {
            late = last.isPresent() && Location.ORDER.compare(item.location(), last.get()) < 0;
            if (!late) {
                encode(item);
                last = Optional.of(item.location());
                return;
            }
        }
        Shape.check(item);
        buffer.add(item);
        bufferBytes += estimate(item);
        while (bufferBytes >= mostBytes) {
            buffer.sort(ORDER);
            int tooLate = tooLate();
            if (tooLate > buffer.size() / 2) {
                beginRun();
                tooLate = 0;
            }
            write(tooLate, tooLate + (buffer.size() - tooLate + 1) / 2);
        }
    }

    /**
     * Ends the block that is being filled, however short it is, so that it can be stored. What is being sorted stays for some flushes more,
     * and twice as many after each time that it cost a run to write it early, so that runs stay few.
     */
    public void flush() {
        flushes = buffer.isEmpty() ? 0 : flushes + 1;
        if (flushes >= patience) {
            int before = run;
            writeAll();
            flushes = 0;
            patience *= run > before ? 2 : 1;
        }
        endBlock();
    }

    /** No more items come. */
    public void end() {
        writeAll();
        endBlock();
    }

    private void writeAll() {
        buffer.sort(ORDER);
        write(tooLate(), buffer.size());
        if (!buffer.isEmpty()) {
            beginRun();
            write(0, buffer.size());
        }
    }

    /** How many bytes the blocks have that are ready. */
    public long blocksBytes() {
        return blocksBytes;
    }

    /** The blocks that are ready, in the order of run and number; they are the caller's now. */
    public List<BlockTable.Full> take() {
        List<BlockTable.Full> ready = blocks;
        blocks = new ArrayList<>();
        blocksBytes = 0;
        return ready;
    }

    /** After {@link #end}: the digest over all items; empty when there are several runs, which must be merged for it. */
    public Optional<Bytes> itemsDigest() {
        return digest.map(ItemsDigest::end);
    }

    /** How many items of the sorted buffer come too late for the current run. */
    private int tooLate() {
        int count = 0;
        while (last.isPresent() && count < buffer.size() && Location.ORDER.compare(buffer.get(count).location(), last.get()) < 0) {
            count++;
        }
        return count;
    }

    private void write(int from, int to) {
        List<Item> part = buffer.subList(from, to);
        for (Item item : part) {
            encode(item);
            bufferBytes -= estimate(item);
        }
        if (!part.isEmpty()) {
            last = Optional.of(part.getLast().location());
        }
        part.clear();
    }

    private void encode(Item item) {
        encoder.add(item);
        if (first.isEmpty()) {
            first = Optional.of(item.location());
        }
        if (digest.isPresent()) {
            digest.get().add(item);
        }
        if (encoder.items() >= BLOCK_ITEMS || encoder.length() >= BLOCK_BYTES) {
            endBlock();
        }
    }

    private void beginRun() {
        endBlock();
        if (last.isPresent()) {
            run++;
            digest = Optional.empty();
        }
        last = Optional.empty();
        number = 0;
    }

    private void endBlock() {
        if (first.isPresent()) {
            BlockFormat.Packed packed = BlockFormat.pack(encoder);
            blocks.add(new BlockTable.Full(new Block(run, number, encoder.items(), first.get(), packed.checksum()), packed.data()));
            blocksBytes += packed.data().length;
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
