package org.assay.registry.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for every format but native hives, see docs/fuzzing.md. */
class FormatFuzzSeedsTest {

    static Stream<Arguments> seeds() {
        return Stream.of(seeds("creg", CregFuzz::fuzzerTestOneInput), seeds("policy", PolicyFileFuzz::fuzzerTestOneInput),
                seeds("reg", RegFileFuzz::fuzzerTestOneInput), seeds("wine", WineFileFuzz::fuzzerTestOneInput),
                seeds("reg-query", RegQueryFuzz::fuzzerTestOneInput), seeds("format", RegistryFormatFuzz::fuzzerTestOneInput))
                .flatMap(List::stream);
    }

    private static List<Arguments> seeds(String target, Consumer<byte[]> fuzz) {
        return FuzzSeeds.of("org.assay.registry.tests", target).stream().map(seed -> Arguments.of(seed, fuzz)).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsRead(Path seed, Consumer<byte[]> fuzz) throws IOException {
        fuzz.accept(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsWhatItsReaderTakes(Path seed, Consumer<byte[]> fuzz) {
        Recording read = new Recording();
        byte[] file = RegistryFiles.bytes(seed);
        RegistryFormat.of("seed", file).read("seed", file, Optional.empty(), read);
        assertFalse(read.found.isEmpty());
    }
}
