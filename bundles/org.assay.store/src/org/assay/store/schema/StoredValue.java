package org.assay.store.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.assay.store.bytes.MalformedBytes;
import org.h2.mvstore.DataUtils;

/**
 * The values of a row as H2 2.x stores them: an octet that tells the type, and for small values the value too, then the rest of it. Only
 * what a case's tables can hold is known; anything else is refused, so that nothing that H2 would make a class of is ever read.
 */
public final class StoredValue {

    private static final int NULL = 0;
    private static final int INTEGER = 4;
    private static final int BIGINT = 5;
    private static final int VARBINARY = 12;
    private static final int VARCHAR = 13;
    private static final int BLOB = 15;
    private static final int INTEGER_0 = 32;
    private static final int BIGINT_0 = 48;
    private static final int NUMBERS_END = 56;
    private static final int FALSE = 64;
    private static final int TRUE = 65;
    private static final int NEGATIVE_INTEGER = 66;
    private static final int NEGATIVE_BIGINT = 67;
    private static final int VARCHAR_0 = 68;
    private static final int VARBINARY_0 = 100;
    private static final int VARBINARY_END = 132;
    private static final int TIMESTAMP_WITH_TIME_ZONE = 135;
    private static final int BINARY = 137;

    private static final int BLOB_APART = -3;

    private StoredValue() {
    }

    /** Steps over a value. */
    static void skip(ByteBuffer buffer) {
        int type = buffer.get() & 0xff;
        switch (type) {
            case NULL, FALSE, TRUE -> { }
            case INTEGER, NEGATIVE_INTEGER -> DataUtils.readVarInt(buffer);
            case BIGINT, NEGATIVE_BIGINT -> DataUtils.readVarLong(buffer);
            case VARCHAR -> skipText(buffer, DataUtils.readVarInt(buffer));
            case VARBINARY, BINARY -> skipBytes(buffer, DataUtils.readVarInt(buffer));
            case BLOB -> skipBlob(buffer);
            case TIMESTAMP_WITH_TIME_ZONE -> skipTime(buffer);
            default -> skipSmall(buffer, type);
        }
    }

    /** An integer that is not negative; empty when something else is there. */
    static Optional<Integer> integer(ByteBuffer buffer) {
        int start = buffer.position();
        int type = buffer.get() & 0xff;
        if (type >= INTEGER_0 && type < BIGINT_0) {
            return Optional.of(type - INTEGER_0);
        }
        if (type == INTEGER) {
            return Optional.of(DataUtils.readVarInt(buffer)).filter(value -> value >= 0);
        }
        skip(buffer.position(start));
        return Optional.empty();
    }

    /** A text; empty when something else is there. */
    static Optional<String> text(ByteBuffer buffer) {
        int start = buffer.position();
        int type = buffer.get() & 0xff;
        if (type == VARCHAR || type >= VARCHAR_0 && type < VARBINARY_0) {
            int length = type == VARCHAR ? DataUtils.readVarInt(buffer) : type - VARCHAR_0;
            return Optional.of(DataUtils.readString(buffer, bounded(buffer, length)));
        }
        skip(buffer.position(start));
        return Optional.empty();
    }

    /** A text as the maps of types and names have it: its length, then its characters in ASCII. */
    static String name(ByteBuffer buffer) {
        byte[] bytes = new byte[bounded(buffer, DataUtils.readVarInt(buffer))];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** {@code count} if that many things can still come, each of one byte at least. */
    static int bounded(ByteBuffer buffer, int count) {
        if (count < 0 || count > buffer.remaining()) {
            throw new MalformedBytes(count + " things cannot be in " + buffer.remaining() + " bytes");
        }
        return count;
    }

    private static void skipSmall(ByteBuffer buffer, int type) {
        if (type >= VARBINARY_0 && type < VARBINARY_END) {
            skipBytes(buffer, type - VARBINARY_0);
        } else if (type >= VARCHAR_0 && type < VARBINARY_0) {
            skipText(buffer, type - VARCHAR_0);
        } else if (type < INTEGER_0 || type >= NUMBERS_END) {
            throw new MalformedBytes("a value of the type " + type);
        }
    }

    private static void skipBytes(ByteBuffer buffer, int length) {
        buffer.position(buffer.position() + bounded(buffer, length));
    }

    /** A character takes one to three bytes, as the top bits of the first tell. */
    private static void skipText(ByteBuffer buffer, int length) {
        for (int left = bounded(buffer, length); left > 0; left--) {
            int first = buffer.get() & 0xff;
            skipBytes(buffer, first < 0x80 ? 0 : first < 0xe0 ? 1 : 2);
        }
    }

    private static void skipBlob(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length == BLOB_APART) {
            DataUtils.readVarInt(buffer);
            DataUtils.readVarLong(buffer);
            DataUtils.readVarLong(buffer);
        } else {
            skipBytes(buffer, length);
        }
    }

    /** Day, milliseconds, the nanoseconds that are left, and the zone: in one byte when it is of whole quarters of an hour. */
    private static void skipTime(ByteBuffer buffer) {
        DataUtils.readVarLong(buffer);
        DataUtils.readVarLong(buffer);
        DataUtils.readVarInt(buffer);
        byte zone = buffer.get();
        if (zone == Byte.MAX_VALUE || zone == Byte.MIN_VALUE) {
            DataUtils.readVarInt(buffer);
        }
    }
}
