package org.assay.store;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Sha256;

/** Items in order that can be told by their number: what a capture that breaks off left behind must be the first of them. */
final class NumberedItems {

    private NumberedItems() {
    }

    /** The items from 0 to {@code count}; incompressible data makes the file grow. */
    static Stream<Item> first(int count) {
        return IntStream.range(0, count).mapToObj(NumberedItems::item);
    }

    private static Item item(int number) {
        return new ValueItem(Location.key("HKLM", "Software", "%05d".formatted(number / 1000)).value("%03d".formatted(number % 1000)), 3,
                Sha256.of(Integer.toString(number).getBytes(StandardCharsets.US_ASCII)));
    }
}
