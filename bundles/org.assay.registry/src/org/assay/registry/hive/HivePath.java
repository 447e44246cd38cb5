package org.assay.registry.hive;

import java.util.Arrays;
import java.util.List;

/** Where a key is, as its name and its parent, so that a hive's paths take no more memory than its names. */
final class HivePath {

    /** The root key. */
    static final HivePath ROOT = new HivePath("");
    /** Above a key whose parent is not known. */
    static final HivePath UNKNOWN = new HivePath("");

    /** The depth that Windows allows ("Registry Element Size Limits"); deleted keys may also run in a circle. */
    private static final int MAX_DEPTH = 512;

    private final String name;
    private HivePath parent = UNKNOWN;

    HivePath(String name) {
        this.name = name;
    }

    HivePath(String name, HivePath parent) {
        this.name = name;
        this.parent = parent;
    }

    void moveBelow(HivePath newParent) {
        parent = newParent;
    }

    /** Whether the path leads up to the root key. */
    boolean isRooted() {
        return top(depth()) == ROOT;
    }

    /** The names from the root key, or from the topmost key that is known, down to this one. */
    List<String> path() {
        String[] names = new String[depth()];
        HivePath place = this;
        for (int i = names.length - 1; i >= 0; i--) {
            names[i] = place.name;
            place = place.parent;
        }
        return Arrays.asList(names);
    }

    private int depth() {
        int depth = 0;
        for (HivePath place = this; place != ROOT && place != UNKNOWN && depth < MAX_DEPTH; place = place.parent) {
            depth++;
        }
        return depth;
    }

    private HivePath top(int depth) {
        HivePath place = this;
        for (int i = 0; i < depth; i++) {
            place = place.parent;
        }
        return place;
    }
}
