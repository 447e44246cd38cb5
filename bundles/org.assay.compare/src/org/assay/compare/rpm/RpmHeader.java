package org.assay.compare.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.text.FileName;

/**
 * What rpm's database holds of a package: fields by their numbers, each an array. The format is the one of "Header" in rpm's manual: the
 * number of fields, the number of bytes of data, for each field its number, type, place in the data and count, and the data.
 */
public final class RpmHeader {

    private static final int INTRO_BYTES = 8;
    private static final int FIELD_BYTES = 16;
    private static final int TYPE_CHAR = 1;
    private static final int TYPE_INT8 = 2;
    private static final int TYPE_INT16 = 3;
    private static final int TYPE_INT32 = 4;
    private static final int TYPE_STRING = 6;
    private static final int TYPE_STRINGS = 8;
    private static final int TYPE_TRANSLATED = 9;

    private final ByteBuffer data;
    private final Map<Integer, Field> fields;

    private record Field(int type, int start, int count) {
    }

    private RpmHeader(ByteBuffer data, Map<Integer, Field> fields) {
        this.data = data;
        this.fields = fields;
    }

    /** Reads one as the database has it, without the magic number that it has in a package's file; empty when it is none. */
    public static Optional<RpmHeader> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < INTRO_BYTES) {
            return Optional.empty();
        }
        int count = buffer.getInt();
        int length = buffer.getInt();
        if (count < 0 || count > (bytes.length - INTRO_BYTES) / FIELD_BYTES
                || length != bytes.length - INTRO_BYTES - count * FIELD_BYTES) {
            return Optional.empty();
        }
        Map<Integer, Field> fields = new HashMap<>();
        for (int field = 0; field < count; field++) {
            int tag = buffer.getInt();
            fields.putIfAbsent(tag, new Field(buffer.getInt(), buffer.getInt(), buffer.getInt()));
        }
        return Optional.of(new RpmHeader(buffer.slice(), fields));
    }

    /** The first text of a field. */
    Optional<String> text(int tag) {
        return texts(tag).stream().findFirst();
    }

    /** The texts of a field, as far as the data goes; bytes that are not UTF-8 are carried as {@link FileName} says. */
    List<String> texts(int tag) {
        List<String> texts = new ArrayList<>();
        Field field = fields.get(tag);
        if (field != null && (field.type == TYPE_STRING || field.type == TYPE_STRINGS || field.type == TYPE_TRANSLATED)) {
            int at = field.start;
            while (texts.size() < field.count && at >= 0 && at < data.limit()) {
                int end = at;
                while (end < data.limit() && data.get(end) != 0) {
                    end++;
                }
                byte[] text = new byte[end - at];
                data.get(at, text);
                texts.add(isAscii(text) ? new String(text, StandardCharsets.US_ASCII) : FileName.decode(text));
                at = end + 1;
            }
        }
        return texts;
    }

    /** The whole numbers of a field, as far as the data goes; those of 16 bits and fewer without a sign. */
    int[] numbers(int tag) {
        Field field = fields.get(tag);
        int width = field == null ? 0 : width(field.type);
        if (width == 0 || field.start < 0 || field.start > data.limit() || field.count < 0) {
            return new int[0];
        }
        int[] numbers = new int[Math.min(field.count, (data.limit() - field.start) / width)];
        for (int index = 0; index < numbers.length; index++) {
            int at = field.start + index * width;
            numbers[index] = switch (width) {
                case 1 -> data.get(at) & 0xff;
                case 2 -> data.getShort(at) & 0xffff;
                default -> data.getInt(at);
            };
        }
        return numbers;
    }

    /** How many bytes it has. */
    int length() {
        return data.limit() + INTRO_BYTES + fields.size() * FIELD_BYTES;
    }

    private static int width(int type) {
        return switch (type) {
            case TYPE_CHAR, TYPE_INT8 -> 1;
            case TYPE_INT16 -> 2;
            case TYPE_INT32 -> 4;
            default -> 0;
        };
    }

    private static boolean isAscii(byte[] text) {
        for (byte one : text) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
