package org.assay.store.schema;

import java.nio.ByteBuffer;

import org.assay.store.bytes.MalformedBytes;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Reads H2's list of the types that its maps have. H2 itself makes an object of the class that such an entry names, whatever it is; here
 * only names are compared, and a class that a case does not need is refused.
 */
public final class StoredTypes extends BasicDataType<StoredType> {

    private static final String H2 = "org.h2.mvstore.";
    private static final int MAX_COLUMN_COUNT = 1000;

    @Override
    public StoredType read(ByteBuffer buffer) {
        String name = StoredValue.name(buffer);
        if (!name.startsWith(H2)) {
            throw new MalformedBytes("the class " + name);
        }
        return switch (name.substring(H2.length())) {
            case "tx.VersionedValueType$Factory" -> new StoredType.Versioned(unversioned(read(buffer)));
            case "db.RowDataType$Factory" -> row(buffer);
            case "db.NullValueDataType" -> StoredType.Simple.NOTHING;
            case "type.LongDataType" -> StoredType.Simple.NUMBER;
            case "type.ByteArrayDataType", "db.LobStorageMap$BlobMeta$Type", "db.LobStorageMap$BlobReference$Type" ->
                StoredType.Simple.APART;
            default -> throw new MalformedBytes("the class " + name);
        };
    }

    /** Nesting has an end. */
    private static StoredType unversioned(StoredType type) {
        if (type instanceof StoredType.Versioned) {
            throw new MalformedBytes("a type within itself");
        }
        return type;
    }

    private static StoredType row(ByteBuffer buffer) {
        int columns = count(DataUtils.readVarInt(buffer));
        skipNumbers(buffer);
        int indexed = skipNumbers(buffer);
        boolean keys = buffer.get() != 0;
        return new StoredType.Row(indexed < 0 ? columns : indexed, keys);
    }

    /** Steps over an array and tells its length; -1 when there is none. */
    private static int skipNumbers(ByteBuffer buffer) {
        int length = count(DataUtils.readVarInt(buffer)) - 1;
        for (int left = length; left > 0; left--) {
            DataUtils.readVarInt(buffer);
        }
        return length;
    }

    private static int count(int columns) {
        if (columns < 0 || columns > MAX_COLUMN_COUNT) {
            throw new MalformedBytes(columns + " columns");
        }
        return columns;
    }

    @Override
    public int getMemory(StoredType type) {
        return Long.BYTES;
    }

    @Override
    public void write(WriteBuffer buffer, StoredType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredType[] createStorage(int size) {
        return new StoredType[size];
    }
}
