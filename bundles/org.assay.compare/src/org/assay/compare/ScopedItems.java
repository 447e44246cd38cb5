package org.assay.compare;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.assay.model.change.CommonScope;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;

/** The items of a snapshot that the other was asked for, too. */
final class ScopedItems implements ItemStream {

    private final ItemStream items;
    private final CommonScope scope;
    private Optional<Item> next = Optional.empty();

    private ScopedItems(ItemStream items, CommonScope scope) {
        this.items = items;
        this.scope = scope;
    }

    /** Those of {@code items} that lie in {@code scope}; closes {@code items} when it is closed. */
    static ItemStream of(ItemStream items, CommonScope scope) {
        return scope.isEverything() ? items : new ScopedItems(items, scope);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && items.hasNext()) {
            next = Optional.of(items.next()).filter(item -> scope.contains(item.location()));
        }
        return next.isPresent();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }

    @Override
    public void close() {
        items.close();
    }
}
