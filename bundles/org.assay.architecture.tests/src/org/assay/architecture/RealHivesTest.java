package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.Test;

/**
 * Stands for all tests that {@link NeedsCorpora}, which a build without real hives leaves out: it skips itself, and says how many they are.
 */
class RealHivesTest {

    @Test
    void testsOverRealHivesRun() throws IOException {
        List<Path> classes = House.built().sources().entrySet().stream()
                .filter(source -> source.getKey().toString().contains(".tests/") && source.getValue().contains("@NeedsCorpora"))
                .map(Map.Entry::getKey).toList();
        assertTrue(classes.size() > 1, "the sources of the tests are not at hand");
        assumeTrue(Corpora.folder().isPresent(), NeedsCorpora.REASON + "; of %d classes the tests over them did not run"
                .formatted(classes.size()));
    }
}
