package org.assay.capture.autoruns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.assay.testkit.FuzzSeeds;

/** The seeds of the fuzz target for lists of Autoruns, see docs/fuzzing.md. */
class AutorunsFuzzSeedsTest {

    static List<Path> lists() {
        return FuzzSeeds.of("org.assay.capture.tests", "autoruns");
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.capture.tests", Map.of("autoruns", AutorunsFuzz::fuzzerTestOneInput));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theListsReachWhatTheyAreFor(Path seed) throws IOException {
        AutorunsTable table = AutorunsTable.of(Files.readAllBytes(seed));
        assertFalse(table.rows().isEmpty(), seed::toString);
        assertEquals(seed.getFileName().toString().startsWith("damaged"), !table.problems().isEmpty(), seed::toString);
    }
}
