package org.assay.store.snapshot;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;

/** Of items in order, from {@code top} on, those at {@code top} and below it. */
public final class ItemsWithin implements ItemStream {

    private final Location top;
    private final ItemStream items;
    private Optional<Item> next;

    ItemsWithin(Location top, ItemStream items) {
        this.top = top;
        this.items = items;
        next = read();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Item next() {
        Item item = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return item;
    }

    @Override
    public void close() {
        items.close();
        next = Optional.empty();
    }

    private Optional<Item> read() {
        return items.hasNext() ? Optional.of(items.next()).filter(found -> found.location().isWithin(top)) : Optional.empty();
    }
}
