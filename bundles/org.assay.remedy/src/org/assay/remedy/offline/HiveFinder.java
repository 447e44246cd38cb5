package org.assay.remedy.offline;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;

/** Knows where the registry of a mounted machine is. */
public interface HiveFinder {

    /** Of a machine without registry. */
    HiveFinder NONE = _ -> Optional.empty();

    /**
     * A key in a hive.
     *
     * @param file where the hive is, as a capture names it
     * @param path the key's path from the hive's root
     */
    record KeyPlace(Location file, List<String> path) {

        public KeyPlace {
            path = List.copyOf(path);
        }
    }

    /** The hive that has this key, or would have it; empty when none was found. */
    Optional<KeyPlace> find(Location key);
}
