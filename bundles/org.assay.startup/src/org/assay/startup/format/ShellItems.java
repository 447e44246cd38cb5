package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.startup.text.Limits;
import org.assay.startup.text.LittleEndian;

/**
 * The list of shell items that leads from the desktop to a file ([MS-SHLLINK] 2.2). What an item holds is not specified; the forms of
 * volumes, folders, files and wrapped items are those that libfwsi's documentation, "Windows Shell Item format", describes.
 */
public final class ShellItems {

    private static final int MAX_ITEM_COUNT = 256;
    private static final int ROOT = 0x1f;
    private static final int KIND = 0x70;
    private static final int VOLUME = 0x20;
    private static final int FILE = 0x30;
    private static final int NETWORK = 0x40;
    private static final int DELEGATED = 0x70;
    private static final int KNOWN = 0x2e;
    /** {@code CFSF}, which marks an item that wraps another. */
    private static final long DELEGATE = 0x46534643L;
    /** Marks a view of properties that holds a known folder's id. */
    private static final long VIEW = 0x23febbeeL;
    private static final int WIDE = 0x04;
    private static final int NAME = 14;
    private static final long EXTENSION = 0xbeef0004L;
    private static final int MAX_PATH_LENGTH = 32_767;

    private ShellItems() {
    }

    /** The path, or the class id in braces when that is all there is; empty when neither can be told. */
    static String path(LittleEndian list) {
        List<String> names = new ArrayList<>();
        String classId = "";
        long at = 0;
        for (int count = 0; count < MAX_ITEM_COUNT && list.u16(at) > 2; count++) {
            LittleEndian item = list.part(at, list.u16(at));
            int kind = item.u8(2);
            switch (kind & KIND) {
                case FILE -> names.add(name(item));
                case DELEGATED -> delegated(item, names);
                case NETWORK -> names.add(item.ansi(5, MAX_PATH_LENGTH));
                case VOLUME -> names.add(kind == KNOWN ? KnownFolders.path(item.guid(4)).orElse("") : item.ansi(3, MAX_PATH_LENGTH));
                default -> {
                    String id = kind == ROOT ? item.guid(4) : "";
                    classId = id.isEmpty() ? classId : id;
                    names.add(kind == ROOT ? KnownFolders.path(id).orElse("")
                            : item.u32(6) == VIEW ? KnownFolders.path(item.guid(14)).orElse("") : "");
                }
            }
            at += list.u16(at);
        }
        names.removeIf(String::isEmpty);
        return names.isEmpty() ? classId : path(names);
    }

    /** A user's folder wraps the items of the folders below it. */
    private static void delegated(LittleEndian item, List<String> names) {
        if (item.u32(6) == DELEGATE) {
            names.add(name(item.part(10, item.u16(10))));
        }
    }

    private static String path(List<String> names) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            boolean absolute = name.startsWith("\\\\") || name.startsWith("%") || name.indexOf(':') == 1;
            if (absolute) {
                path.setLength(0);
            }
            path.append(path.isEmpty() || path.charAt(path.length() - 1) == '\\' ? "" : "\\").append(name);
        }
        return Limits.cut(path.toString());
    }

    /**
     * The long name stands in an extension whose place the item's last two bytes tell, or behind others there; without one, the short
     * name must do.
     */
    private static String name(LittleEndian item) {
        long extension = item.u16(item.length() - 2L);
        for (int count = 0; count < MAX_ITEM_COUNT && item.u16(extension) > 7 && item.u32(extension + 4) != EXTENSION; count++) {
            extension += item.u16(extension);
        }
        if (item.u32(extension + 4) == EXTENSION) {
            int version = item.u16(extension + 2);
            long name = extension + (version >= 9 ? 46 : version == 8 ? 42 : version == 7 ? 38 : 20);
            String text = item.utf16(name, MAX_PATH_LENGTH);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return (item.u8(2) & WIDE) != 0 ? item.utf16(NAME, MAX_PATH_LENGTH) : item.ansi(NAME, MAX_PATH_LENGTH);
    }
}
