package org.assay.compare.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seeds of the fuzz targets of this room, see docs/fuzzing.md. */
class CompareFuzzSeedsTest {

    /** Else the fuzzer would start from nothing. */
    @ParameterizedTest
    @ValueSource(strings = { "dpkg-status", "apk-installed", "pacman-desc", "rpm-bdb", "rpm-ndb", "rpm-sqlite", "conda" })
    void eachKindOfRecordsHasASeedThatIsUnderstood(String seed) throws IOException {
        Path file = FuzzSeeds.of("org.assay.compare.tests", "package-records").stream().filter(one -> one.endsWith(seed)).findFirst()
                .orElseThrow();
        assertTrue(PackageRecordsFuzz.read(Files.readAllBytes(file)).packages().keySet().stream()
                .anyMatch(name -> name.startsWith("tool")));
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.compare.tests", Map.of("package-records", PackageRecordsFuzz::fuzzerTestOneInput));
    }
}
