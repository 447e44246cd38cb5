package org.assay.capture.file;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.assay.model.item.FileFlag;

/** File attributes of Windows (MS-FSCC 2.6). */
public final class DosFlags {

    private static final Map<Integer, FileFlag> BITS = Map.ofEntries(Map.entry(0x1, FileFlag.READ_ONLY), Map.entry(0x2, FileFlag.HIDDEN),
            Map.entry(0x4, FileFlag.SYSTEM), Map.entry(0x20, FileFlag.ARCHIVE), Map.entry(0x100, FileFlag.TEMPORARY),
            Map.entry(0x200, FileFlag.SPARSE), Map.entry(0x400, FileFlag.REPARSE_POINT), Map.entry(0x800, FileFlag.COMPRESSED),
            Map.entry(0x1000, FileFlag.OFFLINE), Map.entry(0x2000, FileFlag.NOT_INDEXED), Map.entry(0x4000, FileFlag.ENCRYPTED));

    private DosFlags() {
    }

    public static Set<FileFlag> of(int attributes) {
        EnumSet<FileFlag> flags = EnumSet.noneOf(FileFlag.class);
        BITS.forEach((bit, flag) -> {
            if ((attributes & bit) != 0) {
                flags.add(flag);
            }
        });
        return Collections.unmodifiableSet(flags);
    }
}
