package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryNameTest {

    @ParameterizedTest
    @CsvSource({ "software, SOFTWARE", "é, É", "ÿ, Ÿ", "я, Я", "ω, Ω", "ß, ß", "\ud83d\udc1b, \ud83d\udc1b",
            "'a\0b', 'A\0B'", "_, _" })
    void foldsToUpperCaseUnitByUnit(String name, String folded) {
        assertEquals(folded, RegistryName.fold(name));
        assertEquals(0, RegistryName.compare(name, folded));
    }

    @ParameterizedTest
    @CsvSource({ "\u0131, i", "\u0130, i", "\u017f, s", "\u212a, k", "\u00df, ss" })
    void aLookAlikeNeverTakesThePlaceOfAnAsciiName(String lookAlike, String ascii) {
        assertNotEquals(RegistryName.fold(ascii), RegistryName.fold(lookAlike));
        assertNotEquals(0, RegistryName.compare(ascii, lookAlike));
    }

    @Test
    void foldingTwiceChangesNothingAndLeavesAsciiToAscii() {
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            char folded = RegistryName.fold((char) unit);
            assertEquals(folded, RegistryName.fold(folded), Integer.toHexString(unit));
            assertEquals(unit < 0x80, folded < 0x80, Integer.toHexString(unit));
        }
    }

    @Test
    void comparesAsTheFoldedNamesDo() {
        Random random = new Random(7);
        for (int count = 0; count < 50_000; count++) {
            String one = name(random);
            String two = name(random);
            assertEquals(Integer.signum(RegistryName.fold(one).compareTo(RegistryName.fold(two))),
                    Integer.signum(RegistryName.compare(one, two)), () -> Visible.text(one) + " and " + Visible.text(two));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            name.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x600) : "aAbB_[z".charAt(random.nextInt(7)));
        }
        return name.toString();
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertEquals("WINDIR", RegistryName.fold("windir"));
            assertTrue(RegistryName.compare("i", "I") == 0);
        } finally {
            Locale.setDefault(before);
        }
    }
}
