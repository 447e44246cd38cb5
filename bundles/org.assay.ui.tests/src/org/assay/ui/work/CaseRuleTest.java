package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRuleTest {

    @ParameterizedTest
    @CsvSource({ "SHARED, SHARED, false", "SHARED, DECIDING, false", "DECIDING, DECIDING, true", "SHARED, REPLACING, true",
        "DECIDING, REPLACING, true", "REPLACING, REPLACING, true" })
    void decisionsWaitForEachOtherAndNothingRunsBesideAReplacement(CaseRule.Use one, CaseRule.Use other, boolean conflicting) {
        assertEquals(conflicting, new CaseRule(one).isConflicting(new CaseRule(other)));
        assertEquals(conflicting, new CaseRule(other).isConflicting(new CaseRule(one)));
    }

    @Test
    void aRuleConflictsWithItselfAsThePlatformDemands() {
        CaseRule rule = new CaseRule(CaseRule.Use.SHARED);

        assertTrue(rule.isConflicting(rule) && rule.contains(rule));
        assertFalse(rule.contains(new CaseRule(CaseRule.Use.SHARED)));
    }
}
