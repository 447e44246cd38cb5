package org.assay.ui.grid;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;

/**
 * The colours, in two sets. Ink is for text on the page or on paper, paper for what lies behind text; every pair that is used together has
 * a contrast of at least 4.5 to 1 (WCAG 2.1, success criterion 1.4.3).
 */
public enum Palette {
    LIGHT {
        @Override
        public Color page() {
            return rgb(0xFFFFFF);
        }

        @Override
        public Color text() {
            return rgb(0x1E1E1E);
        }

        @Override
        Color line() {
            return rgb(0xDADDE1);
        }

        @Override
        Color header() {
            return rgb(0xF0F2F4);
        }

        @Override
        public Color selected() {
            return rgb(0x2B5C9E);
        }

        @Override
        public Color link() {
            return selected();
        }

        @Override
        public Color warning() {
            return rgb(0xFFE2A8);
        }

        @Override
        public Color ink(Tint tint) {
            return switch (tint) {
                case NONE, CODE, PATH -> text();
                case QUIET -> rgb(0x5F6368);
                case ADDED, ACCEPT -> rgb(0x1B6B2A);
                case MODIFIED, MEDIUM -> rgb(0x7A4B00);
                case REMOVED, HIGH, QUARANTINE -> rgb(0xA8201A);
                case MOVED, REPAIR -> rgb(0x1A56A0);
                case INVESTIGATE -> rgb(0x6E3A96);
            };
        }

        @Override
        public Color paper(Tint tint) {
            return switch (tint) {
                case NONE, QUIET, CODE, PATH, HIGH, MEDIUM -> page();
                case ADDED -> rgb(0xE2F3E2);
                case MODIFIED -> rgb(0xFFF1CF);
                case REMOVED -> rgb(0xFADFDD);
                case MOVED -> rgb(0xDDEBFB);
                case QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> ink(tint);
            };
        }
    },
    DARK {
        @Override
        public Color page() {
            return rgb(0x2A2B2D);
        }

        @Override
        public Color text() {
            return rgb(0xE8E8E8);
        }

        @Override
        Color line() {
            return rgb(0x44464A);
        }

        @Override
        Color header() {
            return rgb(0x3A3B3E);
        }

        @Override
        public Color selected() {
            return rgb(0x15539E);
        }

        @Override
        public Color link() {
            return ink(Tint.MOVED);
        }

        @Override
        public Color warning() {
            return rgb(0x5C4510);
        }

        @Override
        public Color ink(Tint tint) {
            return switch (tint) {
                case NONE, CODE, PATH -> text();
                case QUIET -> rgb(0xA8ADB3);
                case ADDED, ACCEPT -> rgb(0x7FD18B);
                case MODIFIED, MEDIUM -> rgb(0xE6B450);
                case REMOVED, HIGH, QUARANTINE -> rgb(0xFF9A91);
                case MOVED, REPAIR -> rgb(0x8ABCF7);
                case INVESTIGATE -> rgb(0xCDA5F2);
            };
        }

        @Override
        public Color paper(Tint tint) {
            return switch (tint) {
                case NONE, QUIET, CODE, PATH, HIGH, MEDIUM -> page();
                case ADDED -> rgb(0x21392A);
                case MODIFIED -> rgb(0x43361A);
                case REMOVED -> rgb(0x4A2826);
                case MOVED -> rgb(0x22364E);
                case QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> LIGHT.ink(tint);
            };
        }
    };

    /** Text on what is selected and on the strong colours of decisions, in either set. */
    static final Color WHITE = rgb(0xFFFFFF);

    /**
     * The set that goes with the colours of the platform's own widgets. They are asked, and not the system's setting, which not every
     * platform's widgets follow.
     */
    public static Palette current() {
        Color page = Display.getCurrent().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        return page.getRed() + page.getGreen() + page.getBlue() < 3 * 128 ? DARK : LIGHT;
    }

    private static Color rgb(int rgb) {
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Behind text that says nothing in particular. */
    public abstract Color page();

    /** Text that says nothing in particular. */
    public abstract Color text();

    /** Lines between cells. */
    abstract Color line();

    /** Behind the titles of columns. */
    abstract Color header();

    /** Behind what is selected. */
    public abstract Color selected();

    /** Text that can be clicked. */
    public abstract Color link();

    /** Behind a warning. */
    public abstract Color warning();

    /** The colour of text that says this. */
    public abstract Color ink(Tint tint);

    /** The colour behind text that says this. */
    public abstract Color paper(Tint tint);

    /** Whether this tint is a decision, shown as white text on strong colour. */
    static boolean isStrong(Tint tint) {
        return switch (tint) {
            case QUARANTINE, REPAIR, ACCEPT, INVESTIGATE -> true;
            case NONE, QUIET, CODE, PATH, ADDED, MODIFIED, REMOVED, MOVED, HIGH, MEDIUM -> false;
        };
    }
}
