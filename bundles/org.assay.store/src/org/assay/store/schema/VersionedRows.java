package org.assay.store.schema;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Reads the rows of a table of H2's. A row that a transaction was changing when the file was last written has a new value, a committed
 * one, or both: whichever H2 takes, both are given.
 */
public abstract class VersionedRows<T> extends BasicDataType<List<T>> {

    private static final int BOTH = 3;

    /** Reads the columns of a row. */
    abstract T row(ByteBuffer buffer);

    /** The values of a page: an octet that tells whether all are committed, then the rows, with their versions when not all are. */
    @Override
    public final void read(ByteBuffer buffer, Object storage, int length) {
        boolean committed = buffer.get() == 0;
        for (int at = 0; at < length; at++) {
            cast(storage)[at] = committed ? List.of(row(buffer)) : read(buffer);
        }
    }

    @Override
    public final List<T> read(ByteBuffer buffer) {
        if (DataUtils.readVarLong(buffer) == 0) {
            return List.of(row(buffer));
        }
        List<T> rows = new ArrayList<>();
        for (int flags = buffer.get() & BOTH; flags != 0; flags &= flags - 1) {
            rows.add(row(buffer));
        }
        return rows;
    }

    @Override
    public final int getMemory(List<T> rows) {
        return Long.BYTES;
    }

    @Override
    public final void write(WriteBuffer buffer, List<T> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("unchecked")
    public final List<T>[] createStorage(int size) {
        return new List[size];
    }
}
