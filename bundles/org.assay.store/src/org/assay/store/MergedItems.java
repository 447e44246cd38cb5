package org.assay.store;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;

import org.assay.model.Item;
import org.assay.model.ItemStream;

/** Merges runs into one order; of items at the same place that of the earlier run comes first. */
final class MergedItems implements ItemStream {

    private final Queue<RunReader> runs = new PriorityQueue<>();

    MergedItems(List<RunReader> runs) {
        runs.stream().filter(run -> run.head().isPresent()).forEach(this.runs::add);
    }

    @Override
    public boolean hasNext() {
        return !runs.isEmpty();
    }

    @Override
    public Item next() {
        if (runs.isEmpty()) {
            throw new NoSuchElementException();
        }
        RunReader run = runs.remove();
        Item item = run.head().orElseThrow();
        run.advance();
        if (run.head().isPresent()) {
            runs.add(run);
        }
        return item;
    }

    /** Lets the blocks go; there is nothing more to come then. */
    @Override
    public void close() {
        runs.clear();
    }
}
