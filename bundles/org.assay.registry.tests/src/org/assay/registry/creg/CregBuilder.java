package org.assay.registry.creg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds small Windows 9x registry files in memory: two blocks of records, keys in turn in one and the other. */
public final class CregBuilder {

    static final int TREE = 32;
    private static final int ENTRY = 28;
    private static final int PAGE = 4096;
    private static final Charset ANSI = Charset.forName("windows-1252");

    final Key root = new Key("");

    /** A key; where it and its record are is known after {@link #build}. */
    static final class Key {
        final String name;
        final List<Key> keys = new ArrayList<>();
        private final List<byte[]> values = new ArrayList<>();
        /** Where the key's entry in the tree is in the file. */
        int entry;
        /** Where the record with the name and the values is in the file. */
        int record;
        private int id = -1;

        private Key(String name) {
            this.name = name;
        }

        Key key(String child) {
            keys.add(new Key(child));
            return keys.getLast();
        }

        Key value(String valueName, int type, String text) {
            byte[] spelled = valueName.getBytes(ANSI);
            byte[] data = text.getBytes(ANSI);
            values.add(buffer(12 + spelled.length + data.length).putInt(type).putInt(0).putShort((short) spelled.length)
                    .putShort((short) data.length).put(spelled).put(data).array());
            return this;
        }

        private byte[] toRecord() {
            byte[] spelled = name.getBytes(ANSI);
            int size = 20 + spelled.length + values.stream().mapToInt(value -> value.length).sum();
            ByteBuffer bytes = buffer(size).putInt(size).putInt(id).putInt(size).putShort((short) spelled.length)
                    .putShort((short) values.size()).putInt(0).put(spelled);
            values.forEach(bytes::put);
            return bytes.array();
        }

        private int hash() {
            return name.toUpperCase(Locale.ROOT).chars().filter(c -> c < 0x80).sum();
        }
    }

    public byte[] build() {
        List<Key> all = new ArrayList<>();
        list(root, all);
        int treeSize = roundUp(32 + all.size() * ENTRY);
        ByteBuffer tree = buffer(treeSize).put("RGKN".getBytes(ANSI)).putInt(treeSize).putInt(32).position(32);
        List<List<Key>> blocks = List.of(new ArrayList<>(), new ArrayList<>());
        for (Key key : all) {
            key.entry = TREE + tree.position();
            tree.position(tree.position() + ENTRY);
            if (key != root) {
                int block = all.indexOf(key) % 2;
                key.id = block << 16 | blocks.get(block).size();
                blocks.get(block).add(key);
            }
        }
        entries(root, -1, -1, tree);
        List<byte[]> built = new ArrayList<>();
        for (int i = 0, at = TREE + treeSize; i < blocks.size(); i++) {
            built.add(block(i, at, blocks.get(i)));
            at += built.getLast().length;
        }
        ByteBuffer file = buffer(TREE + treeSize + built.stream().mapToInt(block -> block.length).sum())
                .put("CREG".getBytes(ANSI)).putInt(0x10000).putInt(TREE + treeSize).putInt(0).putShort((short) built.size())
                .position(TREE).put(tree.array());
        built.forEach(file::put);
        return file.array();
    }

    private static void list(Key key, List<Key> all) {
        all.add(key);
        key.keys.forEach(child -> list(child, all));
    }

    private static void entries(Key key, int parent, int next, ByteBuffer tree) {
        int own = key.entry - TREE;
        tree.putInt(own + 4, key.hash()).putInt(own + 8, -1).putInt(own + 12, parent)
                .putInt(own + 16, key.keys.isEmpty() ? -1 : key.keys.getFirst().entry - TREE).putInt(own + 20, next)
                .putInt(own + 24, key.id);
        for (int i = 0; i < key.keys.size(); i++) {
            entries(key.keys.get(i), own, i + 1 < key.keys.size() ? key.keys.get(i + 1).entry - TREE : -1, tree);
        }
    }

    private static byte[] block(int number, int start, List<Key> keys) {
        int used = 32 + keys.stream().mapToInt(key -> key.toRecord().length).sum();
        int size = roundUp(used + 24);
        ByteBuffer block = buffer(size).put("RGDB".getBytes(ANSI)).putInt(size).putInt(size - used).putShort((short) 8)
                .putShort((short) number).putInt(used).position(32);
        for (Key key : keys) {
            key.record = start + block.position();
            block.put(key.toRecord());
        }
        block.putInt(size - used).putInt(-1);
        return block.array();
    }

    private static int roundUp(int size) {
        return Math.ceilDiv(size, PAGE) * PAGE;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
