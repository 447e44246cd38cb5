package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryRootTest {

    @ParameterizedTest
    @CsvSource({"HKLM, true", "hkcu, true", "HKU, true", "AUTORUNS, true", "HKX, false", "HK, false", "'', false", "HKLM2, false",
        "HOME, false"})
    void aRootIsAWholeName(String name, boolean root) {
        assertEquals(root, RegistryRoot.isOne(name));
        assertEquals(root, RegistryRoot.isMatchedBy(name));
    }

    @ParameterizedTest
    @CsvSource({"HK??, true", "hk*, true", "HKL**, true", "HKX*, false", "*, false", "**, false", "????, false", "/*, false"})
    void aPatternIsOfTheRegistryWhereItsFirstLettersAreARoots(String pattern, boolean matched) {
        assertEquals(matched, RegistryRoot.isMatchedBy(pattern));
    }
}
