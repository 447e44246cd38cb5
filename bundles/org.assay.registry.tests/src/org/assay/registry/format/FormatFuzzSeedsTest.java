package org.assay.registry.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.registry.creg.CregFuzz;
import org.assay.registry.policy.PolicyFileFuzz;
import org.assay.registry.query.RegQueryFuzz;
import org.assay.registry.reg.RegFileFuzz;
import org.assay.registry.wine.WineFileFuzz;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for every format but native hives, see docs/fuzzing.md. */
class FormatFuzzSeedsTest {

    private static final String BUNDLE = "org.assay.registry.tests";
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of("creg", CregFuzz::fuzzerTestOneInput,
            "policy", PolicyFileFuzz::fuzzerTestOneInput, "reg", RegFileFuzz::fuzzerTestOneInput,
            "wine", WineFileFuzz::fuzzerTestOneInput, "reg-query", RegQueryFuzz::fuzzerTestOneInput,
            "format", RegistryFormatFuzz::fuzzerTestOneInput);

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, TARGETS);
    }

    static Stream<Path> seeds() {
        return TARGETS.keySet().stream().flatMap(folder -> FuzzSeeds.of(BUNDLE, folder).stream());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsWhatItsReaderTakes(Path seed) {
        Recording read = new Recording();
        byte[] file = RegistryFiles.bytes(seed);
        RegistryFormat.of("seed", file).read("seed", file, Optional.empty(), read);
        assertFalse(read.found.isEmpty());
    }
}
