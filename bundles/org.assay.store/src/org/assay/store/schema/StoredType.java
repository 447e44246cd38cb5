package org.assay.store.schema;

import java.nio.ByteBuffer;

import org.assay.store.bytes.MalformedBytes;
import org.h2.mvstore.DataUtils;

/** How a map of H2's stores its keys or values, as far as it takes to step over one without making anything of it. */
public sealed interface StoredType {

    /** Steps over one. */
    void skip(ByteBuffer buffer);

    /**
     * A row, or the columns of it that an index has.
     *
     * @param values how many
     * @param keys whether the row's number comes first
     */
    record Row(int values, boolean keys) implements StoredType {

        @Override
        public void skip(ByteBuffer buffer) {
            if (keys) {
                DataUtils.readVarLong(buffer);
            }
            for (int left = values; left > 0; left--) {
                StoredValue.skip(buffer);
            }
        }
    }

    /** Something that a transaction may be changing: with a committed value, a new one, or both. */
    record Versioned(StoredType of) implements StoredType {

        @Override
        public void skip(ByteBuffer buffer) {
            if (DataUtils.readVarLong(buffer) == 0) {
                of.skip(buffer);
                return;
            }
            for (int flags = buffer.get() & 3; flags != 0; flags &= flags - 1) {
                of.skip(buffer);
            }
        }
    }

    /** What takes no room, or a number, or what no transaction changes. */
    enum Simple implements StoredType {
        NOTHING {
            @Override
            public void skip(ByteBuffer buffer) {
                // it has no bytes
            }
        },
        NUMBER {
            @Override
            public void skip(ByteBuffer buffer) {
                DataUtils.readVarLong(buffer);
            }
        },
        APART {
            @Override
            public void skip(ByteBuffer buffer) {
                throw new MalformedBytes("a transaction changes a map that no transaction changes");
            }
        }
    }
}
