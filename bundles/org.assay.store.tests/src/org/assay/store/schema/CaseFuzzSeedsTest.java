package org.assay.store.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz target for case files, see docs/fuzzing.md, and what becomes of them when bytes change. */
class CaseFuzzSeedsTest {

    static List<Path> seeds() {
        return FuzzSeeds.of("org.assay.store.tests", "case");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsRead(Path seed) throws IOException {
        boolean read = CaseSchemaFuzz.isRead(Files.readAllBytes(seed));
        assertTrue(read || seed.getFileName().toString().startsWith("refused-"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedWithOtherBytesIsReadOrRefused(Path seed) throws IOException {
        byte[] bytes = Files.readAllBytes(seed);
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            byte[] changed = bytes.clone();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            CaseSchemaFuzz.fuzzerTestOneInput(changed);
        }
    }
}
