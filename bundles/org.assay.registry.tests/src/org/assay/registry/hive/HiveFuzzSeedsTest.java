package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for hives and their logs, see docs/fuzzing.md. */
class HiveFuzzSeedsTest {

    static List<Path> hives() {
        return FuzzSeeds.of("org.assay.registry.tests", "hive");
    }

    static List<Path> logs() {
        return FuzzSeeds.of("org.assay.registry.tests", "hive-log");
    }

    @ParameterizedTest
    @MethodSource("hives")
    void aHiveIsRead(Path seed) throws IOException {
        HiveFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aLogIsRead(Path seed) throws IOException {
        HiveLogFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @Test
    void theSeedsReachWhatTheyAreFor() throws IOException {
        Path folder = hives().getFirst().getParent();
        Recording everything = new Recording();
        RegistryFiles.read(new HiveReader().withRemnants(), folder.resolve("everything"), everything);
        assertTrue(everything.values().stream().anyMatch(value -> value.data().length > HiveData.SEGMENT));
        assertTrue(everything.keys().stream().anyMatch(key -> key.security().isPresent()));
        assertTrue(everything.found.stream().anyMatch(Recording.DeletedKey.class::isInstance));
        Recording deleted = new Recording();
        RegistryFiles.read(new HiveReader().withRemnants(), folder.resolve("deleted"), deleted);
        assertFalse(deleted.remnants.isEmpty());
        for (String log : List.of("entries", "pages")) {
            byte[] bytes = Files.readAllBytes(logs().getFirst().resolveSibling(log));
            assertTrue(new HiveReader().read("hive", HiveLogFuzz.hive(), Map.of("LOG1", RegistryFiles.source(bytes)),
                    new Recording()).recovered());
        }
    }
}
