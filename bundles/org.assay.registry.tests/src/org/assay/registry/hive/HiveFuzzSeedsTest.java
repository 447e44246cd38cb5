package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seeds of the fuzz targets for hives and their logs, see docs/fuzzing.md. */
class HiveFuzzSeedsTest {

    private static final String BUNDLE = "org.assay.registry.tests";

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, Map.of("hive", bytes -> {
            HiveFuzz.fuzzerTestOneInput(bytes);
            HiveEditorFuzz.fuzzerTestOneInput(bytes);
        }, "hive-log", HiveLogFuzz::fuzzerTestOneInput));
    }

    @Test
    void theSeedsReachWhatTheyAreFor() throws IOException {
        Path folder = FuzzSeeds.of(BUNDLE, "hive").getFirst().getParent();
        Recording everything = new Recording();
        RegistryFiles.read(new HiveReader().withRemnants(), folder.resolve("everything"), everything);
        assertTrue(everything.values().stream().anyMatch(value -> value.data().length > HiveData.SEGMENT));
        assertTrue(everything.keys().stream().anyMatch(key -> key.security().isPresent()));
        assertTrue(everything.found.stream().anyMatch(Recording.DeletedKey.class::isInstance));
        Recording deleted = new Recording();
        RegistryFiles.read(new HiveReader().withRemnants(), folder.resolve("deleted"), deleted);
        assertFalse(deleted.remnants.isEmpty());
        for (String log : List.of("entries", "pages")) {
            byte[] bytes = Files.readAllBytes(FuzzSeeds.of(BUNDLE, "hive-log").getFirst().resolveSibling(log));
            assertTrue(new HiveReader().read("hive", HiveLogFuzz.hive(), Map.of("LOG1", RegistryFiles.source(bytes)),
                    new Recording()).recovered());
        }
    }
}
