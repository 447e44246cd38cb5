package org.assay.remedy.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;

/** What is below a key of a hive, by its locations: keys with nothing, values with what they are. */
final class KeyContent implements RegistrySink {

    private final Location key;
    private final Map<Location, Optional<ValueItem>> items = new TreeMap<>(Location.ORDER);

    KeyContent(Location key) {
        this.key = key;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Whether all of it is among {@code known}, values by type and data. */
    boolean isWithin(List<Item> known) {
        Map<Location, Item> all = new TreeMap<>(Location.ORDER);
        known.forEach(item -> all.put(item.location(), item));
        return items.entrySet().stream().allMatch(found -> all.containsKey(found.getKey())
                && found.getValue().map(value -> isSame(value, all.get(found.getKey()))).orElse(true));
    }

    /** Whether it is {@code known}, no less and no more. */
    boolean is(List<Item> known) {
        return items.size() == known.size() && isWithin(known);
    }

    private static boolean isSame(ValueItem value, Item other) {
        return other instanceof ValueItem that && value.type() == that.type() && value.data().equals(that.data());
    }

    @Override
    public void key(RegistryKey found) {
        if (!found.path().isEmpty()) {
            items.put(below(found.path()), Optional.empty());
        }
    }

    @Override
    public void value(RegistryValue found) {
        Location place = below(found.key()).value(found.name());
        items.put(place, Optional.of(new ValueItem(place, found.type(), Bytes.copyOf(found.data()))));
    }

    @Override
    public void deletedKey(List<String> path) {
        throw new IllegalStateException("a hive with layers is not changed");
    }

    @Override
    public void deletedValue(List<String> path, String name) {
        deletedKey(path);
    }

    @Override
    public void problem(RegistryProblem problem) {
        throw new IllegalStateException("a hive with problems is not changed");
    }

    private Location below(List<String> path) {
        List<String> names = new ArrayList<>(key.components());
        names.addAll(path);
        return new Location(key.space(), names);
    }
}
