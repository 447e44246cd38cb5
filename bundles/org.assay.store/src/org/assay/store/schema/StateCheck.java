package org.assay.store.schema;

import java.util.Map;
import java.util.Optional;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;

/**
 * Whether a file still has the state that was last written to it. H2 itself goes back to an older one, which it finds in the file, without
 * a word, and looks only at the newest pieces of that.
 */
record StateCheck(MVStore store, long fileBytes) {

    private static final String CHUNK = "chunk.";
    private static final int BLOCK_BYTES = 4096;

    /** What is missing, to follow "it"; empty when nothing is. */
    Optional<String> missing() {
        long needed = neededBytes();
        if (needed > fileBytes) {
            return Optional.of("was cut off: %,d of %,d bytes are there".formatted(fileBytes, needed));
        }
        long written = number(store.getStoreHeader(), "version");
        return written <= store.getCurrentVersion() ? Optional.empty()
                : Optional.of("lacks what was written last: state %d of %d is the newest that can be read"
                        .formatted(store.getCurrentVersion(), written));
    }

    /** Where the last piece ends that the state names. */
    private long neededBytes() {
        return store.getLayoutMap().entrySet().stream().filter(entry -> entry.getKey().startsWith(CHUNK))
                .map(entry -> DataUtils.parseMap(entry.getValue()))
                .mapToLong(piece -> (number(piece, "block") + number(piece, "len")) * BLOCK_BYTES).max().orElse(0);
    }

    /** H2 writes numbers in hexadecimal. */
    private static long number(Map<String, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(value -> Long.parseUnsignedLong(value.toString(), 16)).orElse(0L);
    }
}
