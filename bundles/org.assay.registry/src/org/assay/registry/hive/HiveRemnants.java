package org.assay.registry.hive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.header.BaseBlock;

/**
 * Finds what is left of deleted keys and values in every part of a hive that belongs to no record that was read: free cells, cells that
 * nothing refers to, the slack of cells, and what follows the bins. When cells are freed they are joined, so a record is looked for
 * wherever a cell could begin.
 */
final class HiveRemnants {

    private static final int UNIT = 8;

    private final HiveCells cells;
    private final int minorVersion;
    private final RegistrySink sink;
    private final Map<Integer, HivePath> places = new HashMap<>();
    private final List<Spare> spares = new ArrayList<>();
    private final Map<Integer, HiveRemnantKey> keys = new LinkedHashMap<>();
    private final Map<Integer, HiveRemnantValue> values = new LinkedHashMap<>();

    /** The end of a list of values, from one byte of the file to another, that the list does not use any more. */
    private record Spare(HivePath owner, long start, long end) {
    }

    HiveRemnants(HiveCells cells, int minorVersion, RegistrySink sink) {
        this.cells = cells;
        this.minorVersion = minorVersion;
        this.sink = sink;
    }

    /** Takes note of the root key. */
    void root(int offset, HiveKey key) {
        live(offset, key, HivePath.ROOT);
    }

    /** Takes note of a key that is still there, below one that was noted before. */
    void key(int offset, HiveKey key, int parent) {
        live(offset, key, new HivePath(key.name(), places.get(parent)));
    }

    private void live(int offset, HiveKey key, HivePath place) {
        places.put(offset, place);
        long cell = HiveCells.position(key.valueList());
        long end = cell + cells.lengthOfCell(key.valueList());
        long start = cell + cells.headLength() + Integer.toUnsignedLong(key.valueCount()) * Integer.BYTES;
        if (key.valueCount() != 0 && start < end) {
            spares.add(new Spare(place, start, end));
        }
    }

    /** Looks for remnants once all that is still there was read, and gives them to the sink. */
    void find() {
        for (int start = BaseBlock.SIZE; start < cells.size() - UNIT; start += UNIT) {
            int offset = start - BaseBlock.SIZE;
            HiveRemnantKey.at(cells, offset).ifPresent(key -> keys.put(offset, key));
            HiveRemnantValue.at(cells, offset).ifPresent(value -> values.put(offset, value));
        }
        keys.forEach((offset, key) -> places.put(offset, key.root() ? HivePath.ROOT : new HivePath(key.name())));
        keys.forEach((offset, key) -> {
            if (!key.root()) {
                places.get(offset).moveBelow(places.getOrDefault(key.parent(), HivePath.UNKNOWN));
            }
        });
        keys.forEach(this::give);
        giveSpares();
        List.copyOf(values.keySet()).forEach(offset -> give(offset, HivePath.UNKNOWN));
    }

    /**
     * When a value is deleted, the offsets behind it in the list move up, and what was last stays behind the end of the list. No more slots
     * are looked at than the file has, whatever lists the keys share.
     */
    private void giveSpares() {
        long slots = cells.size() / Integer.BYTES;
        for (Spare spare : spares) {
            for (long slot = spare.start(); slot + Integer.BYTES <= spare.end() && slots > 0; slot += Integer.BYTES) {
                give(cells.bytes().getInt((int) slot), spare.owner());
                slots--;
            }
        }
    }

    private void give(int offset, HiveRemnantKey key) {
        HivePath place = places.get(offset);
        sink.remnant(new RegistryRemnant.Key(place.path(), place.isRooted(), key.lastWritten(), key.position()));
        key.values(cells).forEach(value -> give(value, place));
    }

    private void give(int offset, HivePath owner) {
        HiveRemnantValue value = values.remove(offset);
        if (value != null) {
            sink.remnant(new RegistryRemnant.Value(owner.path(), owner.isRooted(), value.name(), value.type(), value.size(),
                    value.data(cells, minorVersion), value.position()));
        }
    }
}
