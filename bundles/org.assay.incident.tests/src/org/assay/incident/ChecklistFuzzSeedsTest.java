package org.assay.incident;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seeds of the fuzz target for checklists, see docs/fuzzing.md; a checklist may be in the case of a stranger. */
class ChecklistFuzzSeedsTest {

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.incident.tests", Map.of("checklist", ChecklistFuzz::fuzzerTestOneInput));
    }

    @Test
    void whatIsNestedTooDeeplyOrTooLargeIsRefused() {
        for (String deep : new String[] {"name = " + "[".repeat(100_000), "name = " + "{a=".repeat(40_000)}) {
            assertTrue(assertThrows(AssayException.class, () -> ChecklistReader.read(deep.getBytes(StandardCharsets.UTF_8), "x"))
                    .getMessage().contains("nested too deeply"));
        }
        assertTrue(assertThrows(AssayException.class, () -> ChecklistReader.read(new byte[200_000], "x")).getMessage()
                .contains("larger than 128 KiB"));
    }
}
