package org.assay.registry.creg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.file.CheckedBytes;
import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.text.RegEncoding;

/** Walks the tree of a Windows 9x registry file, whose structure is kept in the block marked RGKN, without recursion. */
final class CregWalk {

    /** As deep as later Windows allows ("Registry Element Size Limits"). */
    private static final int MAX_DEPTH = 512;
    /** Where the block with the tree starts; offsets in it are relative to this. */
    private static final int TREE = 32;
    private static final int TREE_HEAD = 32;
    private static final int ENTRY = 28;
    private static final int NONE = -1;
    private static final int VERSION_1_0 = 0x1_0000;

    private final CheckedBytes bytes;
    private final CregRecords records;
    private final CregText text;
    private final CregProblems problems;
    private final RegistrySink sink;
    private final BitSet used = new BitSet();
    private final Deque<Level> levels = new ArrayDeque<>();

    /** A key whose subkeys are being walked. */
    private static final class Level {
        private final List<String> path;
        private final int key;
        private int next;

        Level(List<String> path, int key, int next) {
            this.path = path;
            this.key = key;
            this.next = next;
        }
    }

    CregWalk(CheckedBytes bytes, CregRecords records, CregText text, CregProblems problems, RegistrySink sink) {
        this.bytes = bytes;
        this.records = records;
        this.text = text;
        this.problems = problems;
        this.sink = sink;
    }

    void walk() {
        try {
            if (bytes.i32(4) != VERSION_1_0) {
                problems.notice(Kind.ACCEPTED, 4, "The file has an unknown version and is read as version 1.0.");
            }
            if (!bytes.isMarked(TREE, "RGKN")) {
                problems.damaged(TREE, "The block with the key tree (RGKN) lacks its signature.", List.of());
            }
            visitRoot(bytes.i32(TREE + 8));
        } catch (CorruptRecordException e) {
            problems.damaged(e, List.of());
        }
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (level.next == NONE) {
                levels.pop();
            } else {
                visitSubkey(level);
            }
        }
        records.reportRest();
    }

    /** The root key has neither a name nor, as a rule, a record. */
    private void visitRoot(int offset) throws CorruptRecordException {
        long position = claim(offset);
        sink.key(new RegistryKey(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        int id = bytes.i32(position + 24);
        levels.push(new Level(List.of(), offset, bytes.i32(position + 16)));
        if (id != CregRecords.NONE) {
            long record = records.take(id, position);
            values(record, List.of());
        }
    }

    private void visitSubkey(Level parent) {
        int offset = parent.next;
        parent.next = NONE;
        try {
            long position = claim(offset);
            parent.next = bytes.i32(position + 20);
            List<String> path = key(position, parent);
            int subkeys = bytes.i32(position + 16);
            if (path.size() < MAX_DEPTH) {
                levels.push(new Level(path, offset, subkeys));
            } else if (subkeys != NONE) {
                problems.damaged(position, "The key is " + MAX_DEPTH + " levels deep and has subkeys; they are not read.", path);
            }
        } catch (CorruptRecordException e) {
            problems.damaged(e, parent.path);
        }
    }

    /** Takes the entry at this offset of the tree, once and for all; returns its position in the file. */
    private long claim(int offset) throws CorruptRecordException {
        long position = TREE + Integer.toUnsignedLong(offset);
        if (offset % Integer.BYTES != 0 || Integer.compareUnsigned(offset, TREE_HEAD) < 0 || position + ENTRY > bytes.size()
                || position + ENTRY > TREE + bytes.u32(TREE + 4)) {
            throw new CorruptRecordException(Math.min(position, bytes.size()),
                    "The offset of a key is invalid; it and those after it are not read.");
        }
        int first = (int) (position / Integer.BYTES);
        int taken = used.nextSetBit(first);
        if (taken >= 0 && taken < first + ENTRY / Integer.BYTES) {
            throw new CorruptRecordException(position,
                    "A subkey list leads to a key that was already read; the rest of the list is not read.");
        }
        used.set(first, first + ENTRY / Integer.BYTES);
        return position;
    }

    /** Reads the key with its values; returns its path. */
    private List<String> key(long position, Level parent) throws CorruptRecordException {
        long record = records.take(bytes.i32(position + 24), position);
        int length = bytes.u16(record + 12);
        checkFits(record, CregRecords.RECORD_HEAD + length);
        byte[] name = bytes.bytes(record + CregRecords.RECORD_HEAD, length);
        List<String> path = new ArrayList<>(parent.path);
        path.add(text.decode(name, record, parent.path));
        path = List.copyOf(path);
        sink.key(new RegistryKey(path, Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        if (bytes.i32(position + 12) != parent.key) {
            problems.damaged(position, "The key names a different key as its parent.", path);
        }
        if (RegEncoding.isAscii(name) && bytes.i32(position + 4) != hash(name)) {
            problems.damaged(position, "The hash of the key's name does not match the name; Windows may not find the key.", path);
        }
        values(record, path);
        return path;
    }

    /** The sum of the characters of an ASCII name in upper case. */
    private static int hash(byte[] name) {
        int sum = 0;
        for (byte b : name) {
            sum += b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b;
        }
        return sum;
    }

    /** A value that cannot be read hides those after it, because each starts where the one before ends. */
    private void values(long record, List<String> path) {
        try {
            long position = record + CregRecords.RECORD_HEAD + bytes.u16(record + 12);
            int count = bytes.u16(record + 14);
            for (int i = 0; i < count; i++) {
                checkFits(record, position - record + 12);
                int nameLength = bytes.u16(position + 8);
                int dataLength = bytes.u16(position + 10);
                long end = position + 12 + nameLength + dataLength;
                checkFits(record, end - record);
                int type = bytes.i32(position);
                byte[] name = bytes.bytes(position + 12, nameLength);
                byte[] data = bytes.bytes(position + 12 + nameLength, dataLength);
                sink.value(new RegistryValue(path, text.decode(name, position, path), type, text.data(type, data, position, path)));
                position = end;
            }
        } catch (CorruptRecordException e) {
            problems.damaged(e, path);
        }
    }

    private void checkFits(long record, long length) throws CorruptRecordException {
        if (length > bytes.u32(record)) {
            throw new CorruptRecordException(record, "A key's name and values exceed its record; what lies beyond it is not read.");
        }
    }
}
