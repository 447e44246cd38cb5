package org.assay.startup.format;

import org.assay.startup.text.LittleEndian;

/** The part of a shell link that names its target on a volume or a share ([MS-SHLLINK] 2.3). */
public final class LinkInfo {

    private static final int HAS_LOCAL = 1;
    private static final int HAS_NETWORK = 2;
    /** A header of this size or more has the paths in Unicode as well. */
    private static final int WIDE_HEADER = 0x24;
    private static final int MAX_PATH_LENGTH = 32_767;

    private LinkInfo() {
    }

    /** The path; empty when there is none. */
    static String path(LittleEndian info) {
        boolean wide = info.u32(4) >= WIDE_HEADER;
        String suffix = string(info, info.u32(24), wide ? info.u32(32) : 0);
        if ((info.u32(8) & HAS_LOCAL) != 0) {
            return join(string(info, info.u32(16), wide ? info.u32(28) : 0), suffix);
        }
        if ((info.u32(8) & HAS_NETWORK) != 0) {
            LittleEndian network = info.part(info.u32(20), info.length());
            boolean wideNames = network.u32(8) > 0x14;
            return join(string(network, network.u32(8), wideNames ? network.u32(20) : 0), suffix);
        }
        return "";
    }

    private static String join(String base, String suffix) {
        return base.isEmpty() || suffix.isEmpty() || base.endsWith("\\") ? base + suffix : base + "\\" + suffix;
    }

    private static String string(LittleEndian part, long ansi, long wide) {
        String text = wide == 0 ? "" : part.utf16(wide, MAX_PATH_LENGTH);
        return !text.isEmpty() || ansi == 0 ? text : part.ansi(ansi, MAX_PATH_LENGTH);
    }
}
