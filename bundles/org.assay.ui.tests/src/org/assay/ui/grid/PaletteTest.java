package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.assay.ui.Displays;
import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> tints() {
        return Arrays.stream(Palette.values()).flatMap(palette -> Arrays.stream(Tint.values()).map(tint -> Arguments.of(palette, tint)));
    }

    @ParameterizedTest
    @MethodSource("tints")
    void textIsReadableOnItsColour(Palette palette, Tint tint) {
        assertReadable(palette.ink(tint), palette.page());
        assertReadable(Palette.isStrong(tint) ? Palette.WHITE : palette.ink(tint), palette.paper(tint));
        assertReadable(Palette.isStrong(tint) ? Palette.WHITE : palette.text(), palette.paper(tint));
    }

    @ParameterizedTest
    @MethodSource("tints")
    void severitiesAreReadableOnEveryRow(Palette palette, Tint row) {
        if (!Palette.isStrong(row)) {
            assertReadable(palette.ink(Tint.HIGH), palette.paper(row));
            assertReadable(palette.ink(Tint.MEDIUM), palette.paper(row));
            assertReadable(palette.ink(Tint.QUIET), palette.paper(row));
        }
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void whatStandsOutIsReadable(Palette palette) {
        assertReadable(Palette.WHITE, palette.selected());
        assertReadable(palette.link(), palette.page());
        assertReadable(palette.text(), palette.warning());
        assertReadable(palette.text(), palette.header());
    }
}
