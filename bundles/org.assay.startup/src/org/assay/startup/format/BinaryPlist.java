package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.text.Bytes;
import org.assay.startup.text.Limits;

/**
 * Reads binary property lists (Apple's CoreFoundation, {@code CFBinaryPList.c}: header {@code bplist00}, objects, a table of offsets, a
 * trailer of 32 bytes). Objects refer to each other by number, so they can form circles and share parts: depth and number of objects are
 * bounded.
 */
public final class BinaryPlist {

    private static final byte[] HEADER = "bplist0".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER = 32;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NODE_COUNT = 200_000;
    /** Seconds from 1970 to 2001, from when its dates count. */
    private static final long EPOCH = 978_307_200;

    private final byte[] content;
    private final int offsetSize;
    private final int referenceSize;
    private final long count;
    private final long table;
    private int nodes;

    private BinaryPlist(byte[] content) {
        this.content = content;
        int trailer = content.length - TRAILER;
        this.offsetSize = content[trailer + 6] & 0xff;
        this.referenceSize = content[trailer + 7] & 0xff;
        this.count = number(trailer + 8, 8);
        this.table = number(trailer + 24, 8);
    }

    /** Whether {@code content} begins as a binary property list does. */
    static boolean isOne(byte[] content) {
        return content.length > HEADER.length && Arrays.equals(content, 0, HEADER.length, HEADER, 0, HEADER.length);
    }

    /** Reads the top object. */
    static Node read(byte[] content) throws DamagedFile {
        if (content.length < HEADER.length + 1 + TRAILER) {
            throw new DamagedFile("this property list is too short to be one");
        }
        BinaryPlist list = new BinaryPlist(content);
        boolean sizes = list.offsetSize >= 1 && list.offsetSize <= 8 && list.referenceSize >= 1 && list.referenceSize <= 8;
        long end = content.length - TRAILER;
        if (!sizes || list.table < 0 || list.table > end || list.count < 1 || list.count > (end - list.table) / list.offsetSize) {
            throw new DamagedFile("the trailer of this property list, at offset " + end + ", names places that it does not have");
        }
        return list.object(list.number(content.length - TRAILER + 16, 8), 0);
    }

    private Node object(long reference, int depth) throws DamagedFile {
        if (depth > MAX_DEPTH || ++nodes > MAX_NODE_COUNT) {
            throw new DamagedFile("this property list is nested deeper than " + MAX_DEPTH + " or has more than "
                    + MAX_NODE_COUNT + " parts");
        }
        if (reference < 0 || reference >= count) {
            throw new DamagedFile("this property list refers to object " + reference + " of " + count);
        }
        long place = number((int) (table + reference * offsetSize), offsetSize);
        int at = check(place, 1);
        int marker = content[at] & 0xff;
        int low = marker & 0x0f;
        return switch (marker >> 4) {
            case 0 -> new Node.Text(low == 8 ? "false" : low == 9 ? "true" : "");
            case 1 -> new Node.Text(String.valueOf(number(check(place + 1, 1 << low), 1 << low)));
            case 2 -> new Node.Text(String.valueOf(real(place + 1, 1 << low)));
            case 3 -> date(place + 1);
            case 8 -> new Node.Text(String.valueOf(number(check(place + 1, low + 1), low + 1)));
            case 4, 5, 6, 0xa, 0xc, 0xd -> many(marker >> 4, place, depth);
            default -> throw new DamagedFile("this property list has an object of an unknown kind at offset " + place);
        };
    }

    /** What has a number of parts: in the marker, or behind it when that is 15. */
    private Node many(int kind, long place, int depth) throws DamagedFile {
        long parts = content[(int) place] & 0x0f;
        long at = place + 1;
        if (parts == 15) {
            int size = 1 << (content[check(at, 1)] & 0x0f);
            parts = number(check(at + 1, size), size);
            at += 1 + size;
        }
        if (parts < 0 || parts > content.length) {
            throw new DamagedFile("the object at offset " + place + " of this property list is longer than the file");
        }
        int size = (int) parts;
        return switch (kind) {
            case 4 -> new Node.Data(Bytes.copyOf(Arrays.copyOfRange(content, check(at, size), (int) at + size)));
            case 5 -> new Node.Text(Limits.cut(new String(content, check(at, size), size, StandardCharsets.ISO_8859_1)));
            case 6 -> new Node.Text(Limits.cut(new String(content, check(at, 2L * size), 2 * size, StandardCharsets.UTF_16BE)));
            case 0xd -> table(at, size, depth);
            default -> row(at, size, depth);
        };
    }

    private Node row(long at, int size, int depth) throws DamagedFile {
        check(at, (long) size * referenceSize);
        List<Node> members = new ArrayList<>();
        for (int each = 0; each < size; each++) {
            members.add(object(reference(at, each), depth + 1));
        }
        return new Node.Row(members);
    }

    private Node table(long at, int size, int depth) throws DamagedFile {
        check(at, 2L * size * referenceSize);
        Map<String, Node> entries = new LinkedHashMap<>();
        for (int each = 0; each < size; each++) {
            Node key = object(reference(at, each), depth + 1);
            entries.putIfAbsent(key.shown(), object(reference(at, size + each), depth + 1));
        }
        return new Node.Table(entries);
    }

    private long reference(long at, int number) {
        return number((int) at + number * referenceSize, referenceSize);
    }

    private double real(long place, int size) throws DamagedFile {
        long bits = number(check(place, size), size);
        return size == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }

    private Node date(long place) throws DamagedFile {
        double seconds = real(place, 8);
        try {
            return new Node.Text(Instant.ofEpochSecond(EPOCH + (long) seconds).toString());
        } catch (DateTimeException e) {
            return new Node.Text("a date beyond all years: " + seconds + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** {@code place} as an index, when {@code length} bytes from it lie before the trailer. */
    private int check(long place, long length) throws DamagedFile {
        if (place < 0 || length < 0 || place > content.length - TRAILER - length) {
            throw new DamagedFile("this property list ends inside the object at offset " + place);
        }
        return (int) place;
    }

    /** Big-endian; of more than 8 bytes the last 8. */
    private long number(int at, int size) {
        long number = 0;
        for (int each = Math.max(0, size - 8); each < size; each++) {
            number = number << 8 | content[at + each] & 0xff;
        }
        return number;
    }
}
