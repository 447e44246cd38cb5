package org.assay.model.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.assay.model.Severity;
import org.junit.jupiter.api.Test;

class FindingTypeTest {

    @Test
    void aFindingHasASeverityOfItsType() {
        FindingType type = new FindingType("hostile-name", "Hostile name", "new items", List.of(Severity.MEDIUM, Severity.HIGH), List.of());
        assertEquals(List.of(Severity.HIGH, Severity.MEDIUM), type.severities());
        assertEquals(new Finding("hostile-name", Severity.MEDIUM, "So."), type.found(Severity.MEDIUM, "So."));
        assertThrows(IllegalArgumentException.class, () -> type.found(Severity.LOW, "So."));
        assertThrows(IllegalArgumentException.class, () -> type.found("So."));
    }

    @Test
    void theOnlySeverityNeedNotBeSaid() {
        FindingType type = new FindingType("new-program", "New program", "programs", List.of(Severity.LOW), List.of("T1105"));
        assertEquals(new Finding("new-program", Severity.LOW, "So."), type.found("So."));
        assertThrows(IllegalArgumentException.class, () -> new FindingType("x", "X", "all", List.of(), List.of()));
    }
}
