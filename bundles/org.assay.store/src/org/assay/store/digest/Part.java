package org.assay.store.digest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table with many rows. They enter the digest of the case by a digest over all rows of one snapshot or comparison, their owner, so that
 * keeping it does not read them again.
 */
public enum Part {
    ITEM_BLOCK("snapshot", "run", "number"),
    GAP("snapshot", "number"),
    REMARK("snapshot", "number"),
    CHANGE_BLOCK("comparison", "number"),
    CHANGE("comparison", "number"),
    FINDING("comparison", "change_number", "number");

    /** A block's bytes enter by its checksum: other bytes can inflate to the same. */
    static final Set<String> WITHOUT = Set.of("data");

    private final String owner;
    private final List<String> key;

    Part(String owner, String... key) {
        this.owner = owner;
        this.key = List.of(key);
    }

    /** The table. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What owns its rows. */
    public String owner() {
        return owner;
    }

    /** The column that names a row's owner. */
    public String ownerColumn() {
        return owner + "_id";
    }

    /** The columns by which the rows of one owner are told apart, in their order. */
    List<String> key() {
        return key;
    }
}
