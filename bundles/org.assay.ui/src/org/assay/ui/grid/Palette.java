package org.assay.ui.grid;

import org.eclipse.swt.graphics.Color;

/**
 * The colours. Ink is for text on white or on paper, paper for what lies behind text; every pair that is used together has a contrast of
 * at least 4.5 to 1 (WCAG 2.1, success criterion 1.4.3).
 */
public final class Palette {

    public static final Color WHITE = rgb(0xFFFFFF);
    public static final Color TEXT = rgb(0x1E1E1E);
    static final Color LINE = rgb(0xDADDE1);
    static final Color HEADER = rgb(0xF0F2F4);
    public static final Color SELECTED = rgb(0x2B5C9E);
    public static final Color WARNING = rgb(0xFFE2A8);

    private Palette() {
    }

    private static Color rgb(int rgb) {
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** The colour of text that says this. */
    public static Color ink(Tint tint) {
        return switch (tint) {
            case NONE, CODE, PATH -> TEXT;
            case QUIET -> rgb(0x5F6368);
            case ADDED, ACCEPT -> rgb(0x1B6B2A);
            case MODIFIED, MEDIUM -> rgb(0x7A4B00);
            case REMOVED, HIGH, QUARANTINE -> rgb(0xA8201A);
            case MOVED, REPAIR -> rgb(0x1A56A0);
            case INVESTIGATE -> rgb(0x6E3A96);
        };
    }

    /** The colour behind text that says this. */
    public static Color paper(Tint tint) {
        return switch (tint) {
            case NONE, QUIET, CODE, PATH, HIGH, MEDIUM -> WHITE;
            case ADDED -> rgb(0xE2F3E2);
            case MODIFIED -> rgb(0xFFF1CF);
            case REMOVED -> rgb(0xFADFDD);
            case MOVED -> rgb(0xDDEBFB);
            case QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> ink(tint);
        };
    }

    /** Whether this tint is a decision, shown as white text on strong colour. */
    static boolean isStrong(Tint tint) {
        return switch (tint) {
            case QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> true;
            case NONE, QUIET, CODE, PATH, ADDED, MODIFIED, REMOVED, MOVED, HIGH, MEDIUM -> false;
        };
    }
}
