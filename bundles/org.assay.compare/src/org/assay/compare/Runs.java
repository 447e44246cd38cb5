package org.assay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;

/** Reads a stream run by run: all items at one location together, which is nearly always one. */
final class Runs {

    private final ItemStream items;
    private final String side;
    private Optional<Item> ahead;

    /** @param side what to call the snapshot in a message */
    Runs(ItemStream items, String side) {
        this.items = items;
        this.side = side;
        ahead = read();
    }

    boolean hasNext() {
        return ahead.isPresent();
    }

    /** Where the next run is. */
    Location location() {
        return ahead.orElseThrow().location();
    }

    /** The next run, in the order of the stream. */
    List<Item> next() {
        Item first = ahead.orElseThrow();
        ahead = read();
        if (!continues(first)) {
            return List.of(first);
        }
        List<Item> run = new ArrayList<>(List.of(first));
        while (continues(first)) {
            run.add(ahead.orElseThrow());
            ahead = read();
        }
        return run;
    }

    private boolean continues(Item first) {
        if (ahead.isEmpty()) {
            return false;
        }
        int order = Location.ORDER.compare(first.location(), ahead.get().location());
        if (order > 0) {
            throw new AssayException(ErrorCode.CASE_FILE, "The items of the " + side + " do not come in order: " + first.location().text()
                    + " stands before " + ahead.get().location().text() + ". Its snapshot is damaged; capture it again.");
        }
        return order == 0;
    }

    private Optional<Item> read() {
        return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
}
