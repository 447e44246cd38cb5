package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.model.Location;

class RegistryPlaceTest {

    @ParameterizedTest
    @CsvSource({
            "HKEY_LOCAL_MACHINE\\SYSTEM, HKLM\\SYSTEM",
            "hkey_Users\\S-1-5-18, HKU\\S-1-5-18",
            "HKEY_CURRENT_USER, HKCU",
            "HKEY_CLASSES_ROOT\\.txt, HKLM\\Software\\Classes\\.txt",
            "HKCR, HKLM\\Software\\Classes",
            "HKEY_CURRENT_CONFIG\\System, HKCC\\System",
            "HKEY_DYN_DATA\\PerfStats, HKDD\\PerfStats",
            "hklm\\SYSTEM\\\\ControlSet001\\, HKLM\\SYSTEM\\ControlSet001" })
    void rootsGetTheirShortNames(String spelled, String location) {
        assertEquals(Optional.of(location), RegistryPlace.parse(spelled).map(Location::text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "SYSTEM", "\\HKLM", "HKEY_LOCAL_MACHINES\\X", "HKLM/SYSTEM", "HKEY_LOCAL_MACH\u0130NE",
            "HKEY_CLA\u017f\u017fES_ROOT" })
    void whatDoesNotBeginWithARootIsNoPlace(String spelled) {
        assertEquals(Optional.empty(), RegistryPlace.parse(spelled));
    }

    @Test
    void theIdentityIsThatOfTheLocation() {
        assertEquals(RegistryPlace.identity(Location.key("HKLM", "Software", "É")),
                RegistryPlace.identity(Location.key("hklm", "SOFTWARE", "é")));
        List<List<String>> different = List.of(List.of("a\\", "b"), List.of("a", "\\b"), List.of("a", "", "b"), List.of("a", "b"),
                List.of("a\\b"), List.of("a\\/b"), List.of("a/", "b"), List.of("a", "/b"), List.of("a", "b", ""), List.of("ab"));
        for (List<String> one : different) {
            for (List<String> other : different) {
                if (one != other) {
                    assertNotEquals(identity(one), identity(other), one + " and " + other);
                }
            }
        }
    }

    private static String identity(List<String> names) {
        return RegistryPlace.identity(Location.key(names.toArray(String[]::new)));
    }
}
