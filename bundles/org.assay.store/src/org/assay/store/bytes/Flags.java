package org.assay.store.bytes;

/** Up to eight yes-or-no answers in an octet, the first in the lowest bit. */
public final class Flags {

    private Flags() {
    }

    public static int of(boolean... flags) {
        int bits = 0;
        for (int at = 0; at < flags.length; at++) {
            bits |= flags[at] ? 1 << at : 0;
        }
        return bits;
    }

    public static boolean has(int flags, int bit) {
        return (flags >> bit & 1) != 0;
    }
}
