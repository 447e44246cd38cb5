package org.assay.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.assay.store.schema.StoredType;
import org.assay.store.schema.StoredTypes;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** Writes into a closed case's maps below H2's engine, any bytes. */
final class RawMap {

    private RawMap() {
    }

    /** Adds a statement to those that H2 runs; {@code version} says in which of the two places of a row it lies. */
    static void addStatement(Path file, int kind, String sql, Version version) {
        WriteBuffer row = new WriteBuffer();
        version.begin(row);
        int id = 5000;
        row.put((byte) 4).putVarInt(id).put((byte) 32).put((byte) (32 + kind)).put((byte) 13).putVarInt(sql.length())
                .putStringData(sql, sql.length());
        change(file, "table.0", LongDataType.INSTANCE, new Rows(), map -> map.put((long) id, bytes(row)));
    }

    /** Where a statement lies in a row. */
    enum Version {
        COMMITTED(0),
        NEW(1),
        BEFORE(2);

        private final int flag;

        Version(int flag) {
            this.flag = flag;
        }

        private void begin(WriteBuffer row) {
            if (flag == 0) {
                row.put((byte) 0);
            } else {
                row.putVarLong(1L << 40).put((byte) flag);
            }
        }
    }

    /** Adds a class to H2's list of types. */
    static void addType(Path file, String className) {
        WriteBuffer type = new WriteBuffer();
        type.putVarInt(className.length()).putStringData(className, className.length());
        change(file, "_", StringDataType.INSTANCE, new Slices(new StoredTypes()::read), map -> map.put("deadbeef", bytes(type)));
    }

    /** Adds a note that a transaction changed the map of this name. */
    static void addPendingChange(Path file, String map) {
        try (MVStore store = MVStore.open(file.toString())) {
            int number = Integer.parseInt(store.getMetaMap().get("name." + map), 16);
            WriteBuffer note = new WriteBuffer();
            note.putVarInt(number).put((byte) 0).put((byte) 0);
            store.openMap("undoLog.1", new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE)
                    .valueType(new Slices(_ -> { throw new IllegalStateException("it was empty"); }))).put(1L << 40, bytes(note));
        }
    }

    private static <K> void change(Path file, String name, DataType<K> keys, DataType<byte[]> values, Consumer<MVMap<K, byte[]>> work) {
        try (MVStore store = MVStore.open(file.toString())) {
            work.accept(store.openMap(name, new MVMap.Builder<K, byte[]>().keyType(keys).valueType(values)));
        }
    }

    private static byte[] bytes(WriteBuffer written) {
        return Arrays.copyOf(written.getBuffer().array(), written.position());
    }

    /** Values whose bytes are taken as they are. */
    private static class Slices extends BasicDataType<byte[]> {

        private final Consumer<ByteBuffer> skip;

        Slices(Consumer<ByteBuffer> skip) {
            this.skip = skip;
        }

        @Override
        public byte[] read(ByteBuffer buffer) {
            int start = buffer.position();
            skip.accept(buffer);
            byte[] slice = new byte[buffer.position() - start];
            buffer.get(start, slice);
            return slice;
        }

        @Override
        public int getMemory(byte[] value) {
            return value.length;
        }

        @Override
        public void write(WriteBuffer buffer, byte[] value) {
            buffer.put(value);
        }

        @Override
        public byte[][] createStorage(int size) {
            return new byte[size][];
        }
    }

    /** Rows of H2's table of objects, with their versions. */
    private static final class Rows extends Slices {

        private static final StoredType ROW = new StoredType.Row(4, false);

        Rows() {
            super(new StoredType.Versioned(ROW)::skip);
        }

        @Override
        public void read(ByteBuffer buffer, Object storage, int length) {
            if (buffer.get() != 0) {
                super.read(buffer, storage, length);
                return;
            }
            for (int at = 0; at < length; at++) {
                byte[] row = new Slices(ROW::skip).read(buffer);
                byte[] versioned = new byte[row.length + 1];
                System.arraycopy(row, 0, versioned, 1, row.length);
                cast(storage)[at] = versioned;
            }
        }

        @Override
        public void write(WriteBuffer buffer, Object storage, int length) {
            buffer.put((byte) 1);
            super.write(buffer, storage, length);
        }
    }
}
