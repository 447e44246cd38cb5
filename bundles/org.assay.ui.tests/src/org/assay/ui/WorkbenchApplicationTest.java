package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class WorkbenchApplicationTest {

    @Test
    void theCaseIsTheArgumentAfterItsOption() {
        assertEquals(Optional.of(Path.of("a case")), WorkbenchApplication.caseFile("-x", "-case", "a case"));
    }

    @Test
    void withoutOneTheWorkbenchBeginsEmpty() {
        assertEquals(Optional.empty(), WorkbenchApplication.caseFile());
        assertEquals(Optional.empty(), WorkbenchApplication.caseFile("-case"));
    }
}
