package org.assay.compare.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code Packages}, the hash database of Berkeley DB that rpm had until 4.16. Its pages are gone over one by one, whatever bucket they are
 * of: those of the hash hold pairs of a number and the header of a package, which lies in a chain of overflow pages where it is long.
 * Numbers are in the order of bytes of the machine that made the file. See {@code src/dbinc/db_page.h} of Berkeley DB 4 and 5.
 */
final class BdbFile {

    private static final int HASH_MAGIC = 0x061561;
    private static final int META_BYTES = 72;
    private static final int MIN_PAGE_BYTES = 512;
    private static final int MAX_PAGE_BYTES = 65536;

    private static final int PAGE_HEADER_BYTES = 26;
    private static final int NEXT_AT = 16;
    private static final int ENTRIES_AT = 20;
    private static final int OVERFLOW_LENGTH_AT = 22;
    private static final int TYPE_AT = 25;
    private static final int HASH_UNSORTED = 2;
    private static final int OVERFLOW = 7;
    private static final int HASH = 13;

    private static final int ITEM_IN_PAGE = 1;
    private static final int ITEM_ELSEWHERE = 3;
    private static final int ITEM_ELSEWHERE_BYTES = 12;

    private final ByteBuffer bytes;
    private final int pageBytes;
    private final int pages;
    private final BitSet taken = new BitSet();

    private BdbFile(ByteBuffer bytes, int pageBytes) {
        this.bytes = bytes;
        this.pageBytes = pageBytes;
        this.pages = bytes.limit() / pageBytes;
    }

    /** Gives what the file holds by its numbers; no two of them share a page's bytes. */
    static void headers(byte[] file, Consumer<byte[]> headers) {
        open(file).ifPresent(database -> database.read(headers));
    }

    private static Optional<BdbFile> open(byte[] file) {
        if (file.length < META_BYTES) {
            return Optional.empty();
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
            int size = bytes.getInt(20);
            if (bytes.getInt(12) == HASH_MAGIC && size >= MIN_PAGE_BYTES && size <= MAX_PAGE_BYTES && Integer.bitCount(size) == 1) {
                return Optional.of(new BdbFile(bytes, size));
            }
        }
        return Optional.empty();
    }

    private void read(Consumer<byte[]> headers) {
        for (int page = 1; page < pages; page++) {
            int type = bytes.get(page * pageBytes + TYPE_AT);
            if (type == HASH || type == HASH_UNSORTED) {
                items(page * pageBytes, headers);
            }
        }
    }

    /** Items lie from the end of a page towards its beginning, keys and values in turn, each up to where the one before begins. */
    private void items(int page, Consumer<byte[]> headers) {
        int count = Math.min(u16(page + ENTRIES_AT), (pageBytes - PAGE_HEADER_BYTES) / 2);
        int end = pageBytes;
        for (int item = 0; item < count; item++) {
            int start = u16(page + PAGE_HEADER_BYTES + 2 * item);
            if (start < PAGE_HEADER_BYTES || start >= end) {
                return;
            }
            if (item % 2 == 1) {
                value(page + start, end - start).ifPresent(headers);
            }
            end = start;
        }
    }

    private Optional<byte[]> value(int at, int length) {
        return switch (bytes.get(at)) {
            case ITEM_IN_PAGE -> {
                byte[] value = new byte[length - 1];
                bytes.get(at + 1, value);
                yield Optional.of(value);
            }
            case ITEM_ELSEWHERE -> length < ITEM_ELSEWHERE_BYTES ? Optional.empty() : chain(bytes.getInt(at + 4), bytes.getInt(at + 8));
            default -> Optional.empty();
        };
    }

    /** What lies in overflow pages from {@code first} on; empty when it is not of that length. */
    private Optional<byte[]> chain(int first, int length) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        int number = first;
        while (number > 0 && number < pages && !taken.get(number) && bytes.get(number * pageBytes + TYPE_AT) == OVERFLOW) {
            taken.set(number);
            int page = number * pageBytes;
            int here = Math.min(u16(page + OVERFLOW_LENGTH_AT), pageBytes - PAGE_HEADER_BYTES);
            value.write(bytes.array(), page + PAGE_HEADER_BYTES, here);
            number = bytes.getInt(page + NEXT_AT);
        }
        return value.size() == length ? Optional.of(value.toByteArray()) : Optional.empty();
    }

    private int u16(int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
