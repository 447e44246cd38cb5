package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a shell link as [MS-SHLLINK] describes it. */
public final class ShortcutBytes {

    private static final String COMPUTER = "{20D04FE0-3AEA-1069-A2D8-08002B30309D}";

    private int flags = 1 << 7;
    private byte[] idList = new byte[0];
    private byte[] linkInfo = new byte[0];
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private byte[] blocks = new byte[0];

    private static byte[] item(byte[] data) {
        return new ByteWriter().u16(data.length + 2).bytes(data).toArray();
    }

    /** An item list that leads to {@code path}; names longer than 8.3 stand in the extension only. */
    public ShortcutBytes items(String path) {
        ByteWriter list = new ByteWriter().bytes(item(new ByteWriter().u8(0x1f, 0x50).guid(COMPUTER).toArray()));
        String[] names = path.split("\\\\");
        list.bytes(item(new ByteWriter().u8(0x2f).ansi(names[0] + "\\").padTo(23).toArray()));
        for (int at = 1; at < names.length; at++) {
            ByteWriter item = new ByteWriter().u8(at == names.length - 1 ? 0x32 : 0x31, 0).zeros(10)
                    .ansi(names[at].length() > 12 ? names[at].substring(0, 6).toUpperCase() + "~1" : names[at]).u8(0);
            item.padTo(item.size() + (item.size() & 1));
            int extension = item.size() + 2;
            ByteWriter more = new ByteWriter().u16(0).u16(3).u32(0xbeef0004L).zeros(12).utf16(names[at] + "\0").u16(extension);
            list.bytes(item(item.bytes(more.toArray()).toArray()));
        }
        return list(list);
    }

    /** An item list of one class. */
    public ShortcutBytes items(ByteWriter single) {
        return items(List.of(single));
    }

    /** An item list of these items. */
    public ShortcutBytes items(List<ByteWriter> all) {
        ByteWriter list = new ByteWriter();
        all.forEach(each -> list.bytes(item(each.toArray())));
        return list(list);
    }

    /** An item that leads into a folder, or to a file, called {@code name}. */
    public static ByteWriter named(String name, boolean folder) {
        return new ByteWriter().u8(folder ? 0x31 : 0x32, 0).zeros(10).ansi(name).u8(0);
    }

    private ShortcutBytes list(ByteWriter list) {
        byte[] whole = list.u16(0).toArray();
        idList = new ByteWriter().u16(whole.length).bytes(whole).toArray();
        flags |= 1;
        return this;
    }

    public ShortcutBytes local(String path) {
        ByteWriter info = new ByteWriter().u32(0).u32(0x1c).u32(1).u32(0).u32(0x1c).u32(0).u32(0x1c + path.length()).ansi(path + "\0");
        return info(info);
    }

    public ShortcutBytes share(String share, String suffix) {
        int network = 0x1c;
        int end = network + 0x14 + share.length() + 1;
        ByteWriter info = new ByteWriter().u32(0).u32(0x1c).u32(2).u32(0).u32(0).u32(network).u32(end).u32(end - network).u32(0).u32(0x14)
                .u32(0).u32(0).ansi(share + "\0").ansi(suffix + "\0");
        return info(info);
    }

    private ShortcutBytes info(ByteWriter info) {
        byte[] bytes = info.toArray();
        linkInfo = new ByteWriter().u32(bytes.length).bytes(Arrays.copyOfRange(bytes, 4, bytes.length)).toArray();
        flags |= 1 << 1;
        return this;
    }

    /** Strings must be added in the order name, relative path, working folder, arguments, icon. */
    public ShortcutBytes string(int number, String text) {
        strings.add(text);
        flags |= 1 << 2 + number;
        return this;
    }

    public ShortcutBytes arguments(String text) {
        return string(3, text);
    }

    public ShortcutBytes environment(String path) {
        ByteWriter block = new ByteWriter().u32(0x314).u32(0xa0000001L).ansi(path).padTo(8 + 260).utf16(path).padTo(0x314);
        blocks = block.toArray();
        flags |= 1 << 9;
        return this;
    }

    /** A string whose length is told as {@code told} units, whatever it has. */
    public ShortcutBytes longString(int number, int told, String text) {
        lengths.put(strings.size(), told);
        return string(number, text);
    }

    /** A block behind the strings. */
    public ShortcutBytes block(byte[] block) {
        blocks = block;
        return this;
    }

    public byte[] toArray() {
        ByteWriter link = new ByteWriter().u32(0x4c).guid("{00021401-0000-0000-C000-000000000046}").u32(flags).padTo(0x4c)
                .bytes(idList).bytes(linkInfo);
        for (int number = 0; number < strings.size(); number++) {
            link.u16(lengths.getOrDefault(number, strings.get(number).length())).utf16(strings.get(number));
        }
        return link.bytes(blocks).u32(0).toArray();
    }
}
