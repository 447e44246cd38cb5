package org.assay.store.snapshot;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;

/**
 * Merges runs into one order; of items at the same place that of the earlier run comes first. A place at which several attempts found
 * something has what the latest of them found.
 */
public final class MergedItems implements ItemStream {

    private final Queue<RunReader> runs = new PriorityQueue<>();
    private final boolean oneAttempt;

    MergedItems(List<RunReader> runs) {
        runs.stream().filter(run -> run.head().isPresent()).forEach(this.runs::add);
        oneAttempt = runs.stream().mapToInt(RunReader::attempt).distinct().count() <= 1;
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
        step(run);
        if (!oneAttempt) {
            skipEarlier(item.location(), run.attempt());
        }
        return item;
    }

    /** What the latest attempt found at a place comes before what others found there. */
    private void skipEarlier(Location place, int attempt) {
        while (!runs.isEmpty() && runs.peek().attempt() < attempt && runs.peek().head().orElseThrow().location().sameAs(place)) {
            step(runs.remove());
        }
    }

    private void step(RunReader run) {
        run.advance();
        if (run.head().isPresent()) {
            runs.add(run);
        }
    }

    /** Lets the blocks go; there is nothing more to come then. */
    @Override
    public void close() {
        runs.clear();
    }
}
