package org.assay.registry.hive;

import java.util.Arrays;
import java.util.List;

/** Where a key is, as its name and the place above, so that a hive's paths take no more memory than its names. */
final class HivePlace {

    /** The root key. */
    static final HivePlace ROOT = new HivePlace("");
    /** Above a key whose parent is not known. */
    static final HivePlace UNKNOWN = new HivePlace("");

    /** The depth that Windows allows ("Registry Element Size Limits"); deleted keys may also run in a circle. */
    private static final int MAX_DEPTH = 512;

    private final String name;
    private HivePlace above = UNKNOWN;

    HivePlace(String name) {
        this.name = name;
    }

    HivePlace(String name, HivePlace above) {
        this.name = name;
        this.above = above;
    }

    void moveBelow(HivePlace place) {
        above = place;
    }

    /** Whether the path leads up to the root key. */
    boolean isRooted() {
        return top(depth()) == ROOT;
    }

    /** The names from the root key, or from the topmost key that is known, down to this one. */
    List<String> path() {
        String[] names = new String[depth()];
        HivePlace place = this;
        for (int i = names.length - 1; i >= 0; i--) {
            names[i] = place.name;
            place = place.above;
        }
        return Arrays.asList(names);
    }

    private int depth() {
        int depth = 0;
        for (HivePlace place = this; place != ROOT && place != UNKNOWN && depth < MAX_DEPTH; place = place.above) {
            depth++;
        }
        return depth;
    }

    private HivePlace top(int depth) {
        HivePlace place = this;
        for (int i = 0; i < depth; i++) {
            place = place.above;
        }
        return place;
    }
}
