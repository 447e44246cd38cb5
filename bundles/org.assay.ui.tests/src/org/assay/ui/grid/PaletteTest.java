package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.ui.Displays;
import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    /** SWT's colours come with its native half. */
    @BeforeEach
    void assumeDisplay() {
        Displays.assumeOne();
    }

    /** WCAG 2.1, "contrast ratio" and "relative luminance". */
    private static double contrast(Color one, Color other) {
        double bright = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static void assertReadable(Color ink, Color paper) {
        assertTrue(contrast(ink, paper) >= 4.5, ink + " on " + paper + ": " + contrast(ink, paper));
    }

    @ParameterizedTest
    @EnumSource(Tint.class)
    void textIsReadableOnItsColour(Tint tint) {
        assertReadable(Palette.ink(tint), Palette.WHITE);
        assertReadable(Palette.isStrong(tint) ? Palette.WHITE : Palette.ink(tint), Palette.paper(tint));
        assertReadable(Palette.isStrong(tint) ? Palette.WHITE : Palette.TEXT, Palette.paper(tint));
        assertReadable(Palette.WHITE, Palette.SELECTED);
        assertReadable(Palette.TEXT, Palette.WARNING);
    }

    @ParameterizedTest
    @EnumSource(value = Tint.class, names = { "ADDED", "MODIFIED", "REMOVED", "MOVED" })
    void severitiesAreReadableOnEveryRow(Tint row) {
        assertReadable(Palette.ink(Tint.HIGH), Palette.paper(row));
        assertReadable(Palette.ink(Tint.MEDIUM), Palette.paper(row));
        assertReadable(Palette.ink(Tint.QUIET), Palette.paper(row));
    }
}
