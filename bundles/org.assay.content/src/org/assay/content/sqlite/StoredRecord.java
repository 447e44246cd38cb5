package org.assay.content.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.assay.model.text.Bytes;

/** The record that a cell holds: a header with the type of each value, and the values. */
final class StoredRecord {

    private static final SqliteValue NULL = new SqliteValue.Null();

    private StoredRecord() {
    }

    /**
     * Its values at the places {@code requested}; what it does not reach up to is null.
     *
     * @param record the whole of it
     * @throws BrokenCellException when it is not one
     */
    static List<SqliteValue> read(byte[] record, List<Integer> requested, TextForm text) throws BrokenCellException {
        List<SqliteValue> values = new ArrayList<>(Collections.nCopies(requested.size(), NULL));
        Varint start = new Varint(record, 0, record.length);
        long headerBytes = start.next();
        if (headerBytes < start.position() || headerBytes > record.length) {
            throw new BrokenCellException("the header of a record does not lie within it");
        }
        Varint header = new Varint(record, start.position(), (int) headerBytes);
        long body = headerBytes;
        int last = requested.stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int column = 0; column <= last && header.position() < headerBytes; column++) {
            long type = header.next();
            long length = length(type);
            if (length > record.length - body) {
                throw new BrokenCellException("a value does not lie within its record");
            }
            int index = requested.indexOf(column);
            if (index >= 0) {
                values.set(index, value(type, record, (int) body, (int) length, text));
            }
            body += length;
        }
        return values;
    }

    private static long length(long type) throws BrokenCellException {
        if (type < 0 || type == 10 || type == 11) {
            throw new BrokenCellException("a record has a value of type " + Long.toUnsignedString(type) + ", which there is not");
        }
        return switch ((int) Math.min(type, 12)) {
            case 0, 8, 9 -> 0;
            case 5 -> 6;
            case 6, 7 -> 8;
            case 12 -> (type - 12) / 2;
            default -> type;
        };
    }

    private static SqliteValue value(long type, byte[] record, int at, int length, TextForm text) {
        return switch ((int) Math.min(type, 12)) {
            case 0 -> NULL;
            case 7 -> real(BigEndian.signed(record, at, length));
            case 8 -> new SqliteValue.Whole(0);
            case 9 -> new SqliteValue.Whole(1);
            case 12 -> type % 2 == 0 ? new SqliteValue.Blob(bytes(record, at, length))
                    : new SqliteValue.Text(text.decode(record, at, length));
            default -> new SqliteValue.Whole(BigEndian.signed(record, at, length));
        };
    }

    /** SQLite takes what is no number for null. */
    private static SqliteValue real(long bits) {
        double number = Double.longBitsToDouble(bits);
        return Double.isNaN(number) ? NULL : new SqliteValue.Real(number);
    }

    private static Bytes bytes(byte[] record, int at, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(record, at, bytes, 0, length);
        return Bytes.copyOf(bytes);
    }
}
