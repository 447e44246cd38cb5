package org.assay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;

/**
 * Another baseline, such as that of a patch level or of a pack of applications, laid over the first: what is there now and is the same in
 * it is explained. That something is gone is not, for a layer need not hold everything.
 *
 * @param name what people call it
 */
public record Layer(String name, SnapshotView snapshot) implements Voucher {

    @Override
    public Map<Integer, Explanation> explain(List<Change> changes) {
        Map<Integer, Explanation> explained = new HashMap<>();
        List<Change> there = changes.stream().filter(change -> change.after().isPresent())
                .sorted((one, other) -> Location.ORDER.compare(one.location(), other.location())).toList();
        try (ItemStream items = snapshot.items()) {
            Optional<Item> item = next(items);
            for (Change change : there) {
                while (item.isPresent() && Location.ORDER.compare(item.get().location(), change.location()) < 0) {
                    item = next(items);
                }
                if (item.filter(one -> isSame(one, change.item())).isPresent()) {
                    explained.put(change.number(), new Explanation(ExplanationKind.LAYER, "the layer " + name, "the layer " + name,
                            "The layer holds the same in this place."));
                }
            }
        }
        return explained;
    }

    private static boolean isSame(Item layer, Item now) {
        return layer.location().sameAs(now.location()) && ItemKind.of(layer) == ItemKind.of(now)
                && ItemFields.differing(layer, now).isEmpty();
    }

    private static Optional<Item> next(ItemStream items) {
        return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
}
