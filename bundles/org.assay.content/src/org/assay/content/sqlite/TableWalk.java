package org.assay.content.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.util.BitSet;

/**
 * One pass over the b-tree of a table, in its order. No page is taken twice, so that neither circles nor pages with several parents make it
 * longer than the file, and what the cells of a page take is no more than the page, so that they cannot be one content many times.
 */
final class TableWalk {

    /** A tree over as many pages as there can be, with two children a page, is less deep; SQLite itself stops at 20. */
    private static final int MAX_DEPTH = 40;

    /** Longer records are not read: SQLite's own limit is 1,000,000,000 bytes. */
    private static final int MAX_RECORD_BYTES = 256 << 20;

    private static final int INDEX_INTERIOR = 2;
    private static final int TABLE_INTERIOR = 5;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;

    /** The header of the database stands in the first page before that of its b-tree. */
    private static final int FIRST_PAGE_OFFSET = 100;

    private final Pages pages;
    private final boolean index;
    private final Cells cells;
    private final BitSet taken = new BitSet();

    /** Takes the records of a table. */
    interface Cells {

        /** One record; {@code rowid} is 0 where the table has none. */
        void record(long rowid, byte[] record) throws BrokenCellException, IOException;

        void problem(SqliteProblem problem) throws IOException;
    }

    /** A pass over a table, or over one whose rows lie in an {@code index}. */
    TableWalk(Pages pages, boolean index, Cells cells) {
        this.pages = pages;
        this.index = index;
        this.cells = cells;
    }

    /** Goes over the tree that begins at the page {@code root}. */
    void walk(long root) throws IOException {
        try {
            walk(root, 0);
        } catch (BrokenCellException e) {
            cells.problem(new SqliteProblem(root, "begins no table: " + e.getMessage()));
        }
    }

    private void walk(long number, int depth) throws IOException, BrokenCellException {
        if (depth > MAX_DEPTH) {
            throw new BrokenCellException("page " + number + " lies deeper in the table than any can");
        }
        claim(number);
        try {
            read(new TreePage(pages.page(number), number, number == 1 ? FIRST_PAGE_OFFSET : 0), depth);
        } catch (EOFException e) {
            cells.problem(new SqliteProblem(number, "is not there: " + e.getMessage()));
        }
    }

    /** Takes a page, which no other part of the table may have. */
    private void claim(long number) throws BrokenCellException {
        if (number < 1 || number > pages.count()) {
            throw new BrokenCellException("it leads to page " + number + " of " + pages.count());
        }
        if (taken.get((int) number)) {
            throw new BrokenCellException("it leads to page " + number + ", which was there before");
        }
        taken.set((int) number);
    }

    private void read(TreePage page, int depth) throws IOException {
        boolean interior = page.type() == (index ? INDEX_INTERIOR : TABLE_INTERIOR);
        if (!interior && page.type() != (index ? INDEX_LEAF : TABLE_LEAF)) {
            cells.problem(new SqliteProblem(page.number, "is no page of a table"));
            return;
        }
        int broken = 0;
        String reason = "";
        int count = page.cellCount() + (interior ? 1 : 0);
        for (int cell = 0; cell < count; cell++) {
            try {
                read(page, cell, interior, depth);
            } catch (BrokenCellException e) {
                broken++;
                reason = e.getMessage();
            }
        }
        if (broken > 0) {
            cells.problem(new SqliteProblem(page.number, "has " + broken + " of " + count + " cells that cannot be read: " + reason));
        }
    }

    /** One cell, or the last child of an interior page, which stands behind its cells. */
    private void read(TreePage page, int cell, boolean interior, int depth) throws IOException, BrokenCellException {
        if (interior && cell == page.cellCount()) {
            walk(page.lastChild(), depth + 1);
            return;
        }
        Varint content = page.cell(cell, interior);
        if (interior) {
            walk(page.child(content), depth + 1);
        }
        if (index || !interior) {
            record(page, content);
        }
    }

    private void record(TreePage page, Varint at) throws BrokenCellException, IOException {
        long length = at.next();
        long rowid = index ? 0 : at.next();
        if (length < 0 || length > MAX_RECORD_BYTES) {
            throw new BrokenCellException("a record is said to have " + Long.toUnsignedString(length) + " bytes");
        }
        int local = local((int) length);
        byte[] record = page.take(at.position(), local, local < length ? 4 : 0);
        cells.record(rowid, local < length ? whole(record, (int) length, page.overflow(at.position() + local)) : record);
    }

    /** How many bytes of a record of {@code length} lie in the page itself, as the format says it. */
    private int local(int length) {
        int usable = pages.usable();
        int most = index ? (usable - 12) * 64 / 255 - 23 : usable - 35;
        if (length <= most) {
            return length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (usable - 4);
        return fitting <= most ? fitting : least;
    }

    /** A record with what lies in its overflow pages, the first of which is {@code next}. */
    private byte[] whole(byte[] begin, int length, long next) throws BrokenCellException, IOException {
        int inEach = pages.usable() - 4;
        if ((long) length - begin.length > pages.count() * inEach) {
            throw new BrokenCellException("a record is said to have " + length + " bytes, more than the file");
        }
        ByteCollector record = new ByteCollector(begin, length);
        long number = next;
        while (!record.isFull()) {
            claim(number);
            try {
                byte[] page = pages.page(number);
                record.add(page, 4, inEach);
                number = BigEndian.u32(page, 0);
            } catch (EOFException e) {
                throw new BrokenCellException("it leads to page " + number + ", which is not there");
            }
        }
        return record.bytes();
    }

    /** A page of the tree, with what its cells have taken of it so far. */
    private final class TreePage {

        private final byte[] bytes;
        private final long number;
        private final int start;
        private int left = pages.usable();

        TreePage(byte[] bytes, long number, int start) {
            this.bytes = bytes;
            this.number = number;
            this.start = start;
        }

        int type() {
            return bytes[start];
        }

        /** As many as their list has room for at most. */
        int cellCount() {
            return Math.min(BigEndian.u16(bytes, start + 3), (pages.usable() - start - headerBytes()) / 2);
        }

        private int headerBytes() {
            return type() == INDEX_INTERIOR || type() == TABLE_INTERIOR ? 12 : 8;
        }

        long lastChild() {
            return BigEndian.u32(bytes, start + 8);
        }

        /** Where the content of a cell begins, behind the child of an {@code interior} one. */
        Varint cell(int cell, boolean interior) throws BrokenCellException {
            int at = BigEndian.u16(bytes, start + headerBytes() + 2 * cell);
            int child = interior ? 4 : 0;
            if (at < start + headerBytes() || at + child > pages.usable()) {
                throw new BrokenCellException("a cell does not lie within its page");
            }
            return new Varint(bytes, at + child, pages.usable());
        }

        /** The child that stands before the content of a cell. */
        long child(Varint content) {
            return BigEndian.u32(bytes, content.position() - 4);
        }

        /** The bytes of a record from {@code at} on, behind which {@code more} belong to it. */
        byte[] take(int at, int length, int more) throws BrokenCellException {
            if (length + more > pages.usable() - at) {
                throw new BrokenCellException("a record does not lie within its page");
            }
            left -= length + more;
            if (left < 0) {
                throw new BrokenCellException("the cells overlap");
            }
            byte[] record = new byte[length];
            System.arraycopy(bytes, at, record, 0, length);
            return record;
        }

        long overflow(int at) {
            return BigEndian.u32(bytes, at);
        }
    }
}
