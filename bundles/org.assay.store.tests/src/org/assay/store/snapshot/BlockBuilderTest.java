package org.assay.store.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.store.RandomItems;
import org.assay.store.block.BlockFormat;
import org.assay.store.table.BlockTable;
import org.junit.jupiter.api.Test;

class BlockBuilderTest {

    @Test
    void itemsInOrderBecomeOneRunOfBlocksOfAThousand() {
        List<BlockTable.Full> blocks = built(numbered(120_500));
        assertEquals(1, runs(blocks).size());
        assertEquals(121, blocks.size());
        assertEquals(500, blocks.getLast().block().items());
        assertEquals(location(7000), blocks.get(7).block().first());
    }

    @Test
    void whatComesALittleLateFindsItsPlace() {
        List<Item> items = numbered(120_000);
        for (int from = 0; from < items.size(); from += 20_000) {
            Collections.shuffle(items.subList(from, from + 20_000), new Random(from));
        }
        List<BlockTable.Full> blocks = built(items);
        assertEquals(1, runs(blocks).size());
        assertEquals(numbered(120_000), decoded(blocks));
    }

    @Test
    void whatComesInAnyOrderBecomesSortedRunsThatHoldItAll() {
        List<Item> items = numbered(170_000);
        Collections.shuffle(items, new Random(2));
        TreeMap<Integer, List<BlockTable.Full>> runs = runs(built(items));
        assertTrue(runs.size() > 1 && runs.size() < 10, runs.size() + " runs");
        List<Item> all = new ArrayList<>();
        runs.forEach((_, blocks) -> {
            List<Item> part = decoded(blocks);
            assertEquals(part.stream().sorted(RandomItems.ORDER).toList(), part);
            assertEquals(IntStream.range(0, blocks.size()).boxed().toList(), blocks.stream().map(block -> block.block().number()).toList());
            all.addAll(part);
        });
        assertEquals(numbered(170_000), all.stream().sorted(RandomItems.ORDER).toList());
    }

    @Test
    void whatIsBeingSortedIsWrittenWhenItHasWaitedForSomeFlushes() {
        List<Item> items = numbered(3000);
        Collections.shuffle(items, new Random(5));
        BlockBuilder builder = new BlockBuilder(0);
        items.forEach(builder::add);
        for (int flush = 1; flush < 5; flush++) {
            builder.flush();
            assertEquals(List.of(), builder.take());
        }
        builder.flush();
        assertEquals(numbered(3000), decoded(builder.take()));
        builder.end();
        assertEquals(List.of(), builder.take());
    }

    @Test
    void whatComesSlowlyAndOutOfOrderBecomesFewRunsAndWhatComesInOrderOne() {
        List<Item> items = numbered(1000);
        assertEquals(1, runs(flushedAfterEach(items)).size());
        List<BlockTable.Full> blocks = flushedAfterEach(items.reversed());
        assertTrue(runs(blocks).size() > 2 && runs(blocks).size() < 12, runs(blocks).size() + " runs");
        assertEquals(items, decoded(blocks).stream().sorted(RandomItems.ORDER).toList());
    }

    private static List<BlockTable.Full> flushedAfterEach(List<Item> items) {
        BlockBuilder builder = new BlockBuilder(0);
        for (Item item : items) {
            builder.add(item);
            builder.flush();
        }
        builder.end();
        return builder.take();
    }

    @Test
    void largeValuesEndABlockEarlyAndDoNotPileUpInMemory() {
        Bytes large = Bytes.copyOf(new byte[100 << 10]);
        BlockBuilder builder = new BlockBuilder(0);
        int taken = 0;
        for (int number = 0; number < 1000; number++) {
            builder.add(new ValueItem(location(number), 3, large));
            taken += builder.take().size();
        }
        assertTrue(taken > 200, taken + " blocks while items still came");
        builder.end();
        assertEquals(334, taken + builder.take().size());
    }

    @Test
    void nothingMakesNoBlock() {
        assertEquals(List.of(), built(List.of()));
    }

    private static List<BlockTable.Full> built(List<Item> items) {
        BlockBuilder builder = new BlockBuilder(0, 16L << 20);
        List<BlockTable.Full> blocks = new ArrayList<>();
        for (Item item : items) {
            builder.add(item);
            blocks.addAll(builder.take());
        }
        builder.end();
        blocks.addAll(builder.take());
        return blocks;
    }

    private static List<Item> numbered(int count) {
        return IntStream.range(0, count).mapToObj(number -> (Item) new ValueItem(location(number), 4, Bytes.EMPTY))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Location location(int number) {
        return Location.key("HKLM", "Software").value("%07d".formatted(number));
    }

    private static TreeMap<Integer, List<BlockTable.Full>> runs(List<BlockTable.Full> blocks) {
        return blocks.stream().collect(Collectors.groupingBy(full -> full.block().run(), TreeMap::new, Collectors.toList()));
    }

    private static List<Item> decoded(List<BlockTable.Full> blocks) {
        List<Item> items = new ArrayList<>();
        blocks.forEach(full -> BlockFormat.unpack(full.data(), full.block().checksum()).forEachRemaining(items::add));
        return items;
    }
}
