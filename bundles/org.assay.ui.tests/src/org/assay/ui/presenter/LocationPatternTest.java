package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.model.Location;
import org.assay.testkit.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationPatternTest {

    private static final Location FILE = Items.place("C:/WINDOWS/Temp/worm.EXE");

    @ParameterizedTest
    @CsvSource({ "worm, true", "WINDOWS\\Temp, true", "windows/temp, true", "  worm  , true", "worm.exe, true", "(worm), false",
        "*.exe, true", "worm.*, true", "*.ex, false", "w?rm.exe, true", "*\\worm.exe, false", "C:\\**\\worm.*, true",
        "C:\\WINDOWS\\*, false", "C:\\WINDOWS\\**, true" })
    void textIsAPartAndWildcardsAreAPattern(String text, boolean found) {
        assertEquals(found, LocationPattern.glob(text).orElseThrow().matches(FILE));
    }

    @Test
    void nothingTypedLooksForNothing() {
        assertTrue(LocationPattern.glob("  ").isEmpty());
    }
}
