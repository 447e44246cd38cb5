package org.assay.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Builds small hives in memory, sound ones and, with {@link #poke}, unsound ones. */
public final class HiveBuilder {

    private static final int BASE = 4096;
    private static final int PAGE = 4096;
    private static final int SEGMENT = 16_344;
    private static final int PER_LEAF = 3;

    private final Key root = new Key("root");

    private final int minorVersion;
    private final Map<byte[], Integer> descriptors = new IdentityHashMap<>();
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private int end;

    /** {@code minorVersion} is 1 to 6. */
    public HiveBuilder(int minorVersion) {
        this.minorVersion = minorVersion;
    }

    /** The root key. */
    public Key root() {
        return root;
    }

    /** A key; its offsets are known after {@link #build}. */
    public static final class Key {
        private final List<Key> keys = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();
        private int offset;
        private int listOffset = -1;
        private int valueListOffset = -1;
        private final String name;
        private String className = "";
        private String leaf = "lh";
        private long lastWritten;
        private int flags;
        private int layer;
        private byte[] security = {};

        private Key(String name) {
            this.name = name;
        }

        /** The first subkey. */
        public Key firstKey() {
            return keys.getFirst();
        }

        /** The first value. */
        public Value firstValue() {
            return values.getFirst();
        }

        /** Where the key's cell is, in bytes from the end of the base block. */
        public int offset() {
            return offset;
        }

        /** Where the cell of its list of subkeys is; -1 without one. */
        public int listOffset() {
            return listOffset;
        }

        /** Where the cell of its list of values is; -1 without one. */
        public int valueListOffset() {
            return valueListOffset;
        }

        /** Adds a subkey and gives it. */
        public Key key(String child) {
            keys.add(new Key(child));
            return keys.getLast();
        }

        public Key value(String valueName, int type, byte... data) {
            values.add(new Value(valueName, type, data));
            return this;
        }

        /** Adds a {@code REG_SZ} with its terminator. */
        public Key text(String valueName, String text) {
            return value(valueName, 1, utf16(text + "\0"));
        }

        public Key className(String text) {
            className = text;
            return this;
        }

        public Key lastWritten(long fileTime) {
            lastWritten = fileTime;
            return this;
        }

        /** {@code li}, {@code lf}, {@code lh}, or {@code ri} for an index root over leaves of three. */
        public Key leaf(String signature) {
            leaf = signature;
            return this;
        }

        public Key flags(int more) {
            flags = more;
            return this;
        }

        public Key layer(int bits) {
            layer = bits;
            return this;
        }

        /** A security descriptor; keys with the same array share one cell. */
        public Key security(byte[] descriptor) {
            security = descriptor;
            return this;
        }
    }

    /** A value; its offsets are known after {@link #build}. */
    public static final class Value {
        private final String name;
        private final int type;
        private final byte[] data;
        private int offset;
        private int dataOffset = -1;
        private int flags;

        private Value(String name, int type, byte[] data) {
            this.name = name;
            this.type = type;
            this.data = data;
        }

        /** Where the value's cell is, in bytes from the end of the base block. */
        public int offset() {
            return offset;
        }

        /** Where the cell of its data is; -1 when the data lies in the value's own cell. */
        public int dataOffset() {
            return dataOffset;
        }

        public Value flags(int more) {
            flags = more;
            return this;
        }
    }

    /** The hive's bytes. */
    public byte[] build() {
        end = BASE + 32;
        descriptors.clear();
        int rootOffset = place(root, 0);
        int size = (end - BASE + PAGE - 1) / PAGE * PAGE;
        grow(BASE + size);
        if (BASE + size > end) {
            bytes.putInt(end, BASE + size - end);
        }
        ascii(BASE, "hbin");
        bytes.putInt(BASE + 8, size);
        ascii(0, "regf");
        bytes.putInt(4, 7).putInt(8, 7).putInt(20, 1).putInt(24, minorVersion).putInt(32, 1).putInt(36, rootOffset).putInt(40, size);
        bytes.putInt(44, 1).put(48, utf16("\\??\\C:\\Users\\x\\ntuser.dat"));
        return seal(Arrays.copyOf(bytes.array(), BASE + size));
    }

    /** Writes a number at an offset within the bins. */
    public static byte[] poke(byte[] hive, int offset, int number) {
        ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN).putInt(BASE + offset, number);
        return hive;
    }

    public static int peek(byte[] hive, int offset) {
        return ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN).getInt(BASE + offset);
    }

    /** Frees a cell that is in use, as Windows does: what is in it stays. */
    public static byte[] free(byte[] hive, int offset) {
        return poke(hive, offset, -peek(hive, offset));
    }

    /** Computes the checksum of the header anew. */
    public static byte[] seal(byte[] hive) {
        ByteBuffer header = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        int sum = 0;
        for (int i = 0; i < 508; i += 4) {
            sum ^= header.getInt(i);
        }
        header.putInt(508, sum == 0 ? 1 : sum == -1 ? -2 : sum);
        return hive;
    }

    private int place(Key key, int parent) {
        byte[] name = name(key.name);
        key.offset = cell(76 + name.length);
        int[] children = key.keys.stream().mapToInt(child -> place(child, key.offset)).toArray();
        if (children.length > 0) {
            key.listOffset = key.leaf.equals("ri") ? indexRoot(children) : leaf(key.leaf, children);
        }
        int[] values = key.values.stream().mapToInt(this::place).toArray();
        if (values.length > 0) {
            key.valueListOffset = cell(values.length * 4);
            numbers(key.valueListOffset, 0, 4, values);
        }
        int className = key.className.isEmpty() ? -1 : raw(utf16(key.className));
        int security = key.security.length == 0 ? -1 : descriptors.computeIfAbsent(key.security, this::descriptor);
        if (security != -1) {
            bytes.putInt(at(security) + 12, bytes.getInt(at(security) + 12) + 1);
        }
        int at = at(key.offset);
        ascii(at, "nk");
        bytes.putShort(at + 2, (short) (key.flags | (isLatin(key.name) ? 0x20 : 0))).putLong(at + 4, key.lastWritten);
        bytes.put(at + 13, (byte) key.layer).putInt(at + 16, parent).putInt(at + 20, children.length).putInt(at + 28, key.listOffset);
        bytes.putInt(at + 32, -1).putInt(at + 36, values.length).putInt(at + 40, key.valueListOffset).putInt(at + 44, security);
        bytes.putInt(at + 48, className).putShort(at + 72, (short) name.length).putShort(at + 74, (short) (key.className.length() * 2));
        bytes.put(at + 76, name);
        return key.offset;
    }

    private int place(Value value) {
        byte[] name = name(value.name);
        value.offset = cell(20 + name.length);
        boolean inline = value.data.length <= 4;
        if (!inline) {
            value.dataOffset = minorVersion > 3 && value.data.length > SEGMENT ? segments(value.data) : raw(value.data);
        }
        int at = at(value.offset);
        ascii(at, "vk");
        bytes.putShort(at + 2, (short) name.length).putInt(at + 4, value.data.length | (inline ? 0x80000000 : 0));
        if (inline) {
            bytes.put(at + 8, value.data);
        } else {
            bytes.putInt(at + 8, value.dataOffset);
        }
        bytes.putInt(at + 12, value.type).putShort(at + 16, (short) (value.flags | (isLatin(value.name) ? 1 : 0))).put(at + 20, name);
        return value.offset;
    }

    private int descriptor(byte[] content) {
        int offset = cell(20 + content.length);
        ascii(at(offset), "sk");
        bytes.putInt(at(offset) + 4, offset).putInt(at(offset) + 8, offset);
        bytes.putInt(at(offset) + 16, content.length).put(at(offset) + 20, content);
        return offset;
    }

    private int segments(byte[] data) {
        int count = (data.length + SEGMENT - 1) / SEGMENT;
        int[] segments = new int[count];
        for (int i = 0; i < count; i++) {
            segments[i] = raw(Arrays.copyOfRange(data, i * SEGMENT, Math.min(data.length, (i + 1) * SEGMENT)));
        }
        int list = cell(count * 4);
        numbers(list, 0, 4, segments);
        int head = cell(8);
        ascii(at(head), "db");
        bytes.putShort(at(head) + 2, (short) count).putInt(at(head) + 4, list);
        return head;
    }

    private int indexRoot(int[] children) {
        List<Integer> leaves = new ArrayList<>();
        for (int i = 0; i < children.length; i += PER_LEAF) {
            leaves.add(leaf("lh", Arrays.copyOfRange(children, i, Math.min(children.length, i + PER_LEAF))));
        }
        return leaf("ri", leaves.stream().mapToInt(Integer::intValue).toArray());
    }

    private int leaf(String signature, int[] offsets) {
        int stride = signature.equals("li") || signature.equals("ri") ? 4 : 8;
        int list = cell(4 + offsets.length * stride);
        ascii(at(list), signature);
        bytes.putShort(at(list) + 2, (short) offsets.length);
        numbers(list, 4, stride, offsets);
        return list;
    }

    private void numbers(int offset, int start, int stride, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            bytes.putInt(at(offset) + start + i * stride, numbers[i]);
        }
    }

    private int raw(byte[] content) {
        int offset = cell(content.length);
        bytes.put(at(offset), content);
        return offset;
    }

    private int cell(int length) {
        int size = (head() + length + 7) / 8 * 8;
        grow(end + size + PAGE);
        bytes.putInt(end, -size);
        int offset = end - BASE;
        end += size;
        return offset;
    }

    private int at(int offset) {
        return BASE + offset + head();
    }

    private int head() {
        return minorVersion <= 1 ? 8 : 4;
    }

    private void grow(int size) {
        if (size > bytes.capacity()) {
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), 2 * size)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void ascii(int position, String text) {
        bytes.put(position, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] name(String name) {
        return isLatin(name) ? name.getBytes(StandardCharsets.ISO_8859_1) : utf16(name);
    }

    private static byte[] utf16(String text) {
        byte[] encoded = new byte[2 * text.length()];
        ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(text);
        return encoded;
    }

    private static boolean isLatin(String name) {
        return name.chars().allMatch(c -> c < 0x100);
    }
}
