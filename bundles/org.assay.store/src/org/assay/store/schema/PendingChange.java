package org.assay.store.schema;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;

import org.assay.store.bytes.MalformedBytes;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Steps over H2's notes of what a transaction changed that had not ended. H2 reads them by the types of the map that a note names; the
 * map must be one of a table or an index, for those of others may be of any class.
 */
public final class PendingChange extends BasicDataType<Integer> {

    /** What the keys and values of a map are. */
    record MapTypes(StoredType key, StoredType value) {
    }

    private final IntFunction<MapTypes> maps;

    /** @param maps gives the types of a map by its number, and throws {@link MalformedBytes} where there is none of a table or an index */
    PendingChange(IntFunction<MapTypes> maps) {
        this.maps = maps;
    }

    /** Gives the number of the map, negative for the note that all is committed. */
    @Override
    public Integer read(ByteBuffer buffer) {
        int map = DataUtils.readVarInt(buffer);
        if (map >= 0) {
            MapTypes types = maps.apply(map);
            types.key().skip(buffer);
            if (buffer.get() == 1) {
                types.value().skip(buffer);
            }
        }
        return map;
    }

    @Override
    public int getMemory(Integer change) {
        return Long.BYTES;
    }

    @Override
    public void write(WriteBuffer buffer, Integer change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Integer[] createStorage(int size) {
        return new Integer[size];
    }
}
