package org.assay.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is left of deleted keys and values in every part of a hive that belongs to no record that was read: free cells, cells that
 * nothing refers to, the ends of cells, and what lies behind the bins. When cells are freed they are joined, so a record is looked for
 * wherever a cell could begin.
 */
final class HiveRemnants {

    private static final int UNIT = 8;
    private static final int MAX_DEPTH = 512;

    private final HiveCells cells;
    private final int minorVersion;
    private final RegistrySink sink;
    private final Map<Integer, List<String>> live = new HashMap<>();
    private final Map<Integer, List<String>> spareSlots = new LinkedHashMap<>();
    private final Map<Integer, HiveRemnantKey> keys = new LinkedHashMap<>();
    private final Map<Integer, HiveRemnantValue> values = new LinkedHashMap<>();
    /** How many slots may still be looked at: no more than the file has, whatever lists the keys share. */
    private long slots;

    /** A path and whether it is whole. */
    private record Owner(List<String> path, boolean rooted) {

        private static final Owner UNKNOWN = new Owner(List.of(), false);
    }

    HiveRemnants(HiveCells cells, int minorVersion, RegistrySink sink) {
        this.cells = cells;
        this.minorVersion = minorVersion;
        this.sink = sink;
        this.slots = cells.size() / Integer.BYTES;
    }

    /** Takes note of a key that is still there. */
    void live(int offset, HiveKey key, List<String> path) {
        live.put(offset, path);
        if (key.valueCount() > 0) {
            spareSlots(key, path);
        }
    }

    /** When a value is deleted, the offsets behind it in the list move up, and what was last stays behind the end of the list. */
    private void spareSlots(HiveKey key, List<String> path) {
        long cell = HiveCells.position(key.valueList());
        long end = cell + cells.lengthOfCell(key.valueList());
        long slot = cell + cells.headLength() + (long) key.valueCount() * Integer.BYTES;
        for (; slot + Integer.BYTES <= end && slots > 0; slot += Integer.BYTES) {
            spareSlots.putIfAbsent(cells.bytes().getInt((int) slot), path);
            slots--;
        }
    }

    /** Looks for remnants once all that is still there was read, and gives them to the sink. */
    void find() {
        for (int start = HiveHeader.SIZE; start < cells.size() - UNIT; start += UNIT) {
            int offset = start - HiveHeader.SIZE;
            HiveRemnantKey.at(cells, offset).ifPresent(key -> keys.put(offset, key));
            HiveRemnantValue.at(cells, offset).ifPresent(value -> values.put(offset, value));
        }
        for (HiveRemnantKey key : keys.values()) {
            Owner owner = owner(key);
            sink.remnant(new RegistryRemnant.Key(owner.path(), owner.rooted(), key.lastWritten(), key.position()));
            key.values(cells).forEach(offset -> give(offset, owner));
        }
        spareSlots.forEach((offset, path) -> give(offset, new Owner(path, true)));
        List.copyOf(values.keySet()).forEach(offset -> give(offset, Owner.UNKNOWN));
    }

    private void give(int offset, Owner owner) {
        HiveRemnantValue value = values.remove(offset);
        if (value != null) {
            sink.remnant(new RegistryRemnant.Value(owner.path(), owner.rooted(), value.name(), value.type(), value.size(),
                    value.data(cells, minorVersion), value.position()));
        }
    }

    private Owner owner(HiveRemnantKey key) {
        Deque<String> names = new ArrayDeque<>();
        Optional<HiveRemnantKey> next = Optional.of(key);
        List<String> above = List.of();
        boolean rooted = false;
        while (next.isPresent() && !rooted && names.size() < MAX_DEPTH) {
            HiveRemnantKey each = next.get();
            rooted = each.root() || live.containsKey(each.parent());
            if (!each.root()) {
                names.addFirst(each.name());
                above = live.getOrDefault(each.parent(), List.of());
            }
            next = Optional.ofNullable(keys.get(each.parent()));
        }
        List<String> path = new ArrayList<>(above);
        path.addAll(names);
        return new Owner(path, rooted);
    }
}
