package org.assay.cli.amount;

import java.util.Locale;

/** Amounts for people. */
public final class Sizes {

    private Sizes() {
    }

    /** Bytes in decimal units: {@code 999 B}, {@code 1.2 MB}. */
    public static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.95 && unit < 5) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", amount, "kMGTPE".charAt(unit));
    }

    /** Seconds as {@code 9 s}, {@code 2 min 5 s} or {@code 3 h 20 min}. */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
