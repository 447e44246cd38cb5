package org.assay.store.block;

import java.util.Arrays;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.field.ItemField;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.LocationFormat;

/**
 * Spells an item out so that two items have the same bytes exactly when they say the same, for digests that are to be signed. What an item
 * does not say is left out, so items keep their bytes when later versions can say more. The fields are those of the model's table; the
 * layout stands in {@code docs/case-format.md}.
 */
public final class CanonicalItem {

    /** The number of names takes one byte below this. */
    private static final int MAX_SHORT_COUNT = 128;

    private final ByteWriter out;
    private List<String> names = List.of();
    /** Where each of {@code names} ends in {@code out}. */
    private int[] ends = new int[32];

    /** @param out what the items are written to; nobody else writes to it */
    public CanonicalItem(ByteWriter out) {
        this.out = out;
    }

    /** Writes the item's canonical bytes in place of those of the item before. */
    public void write(Item item) {
        location(item.location());
        for (ItemField<?> field : ItemFields.stored(ItemKind.of(item))) {
            field.write(item, out);
        }
    }

    /** Most names are those of the item before, whose bytes are there already. */
    private void location(Location location) {
        List<String> components = location.components();
        int shared = 0;
        int most = components.size() < MAX_SHORT_COUNT && names.size() < MAX_SHORT_COUNT ? Math.min(components.size(), names.size()) : 0;
        while (shared < most && components.get(shared).equals(names.get(shared))) {
            shared++;
        }
        out.clear();
        LocationFormat.writeBeginning(location, out);
        if (shared > 0) {
            out.restore(ends[shared - 1]);
        }
        if (ends.length < components.size()) {
            ends = Arrays.copyOf(ends, components.size() * 2);
        }
        for (int at = shared; at < components.size(); at++) {
            out.text(components.get(at));
            ends[at] = out.length();
        }
        names = components;
    }
}
