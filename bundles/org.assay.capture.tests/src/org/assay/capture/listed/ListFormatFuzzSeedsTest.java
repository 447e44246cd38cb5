package org.assay.capture.listed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.assay.capture.RecordingSink;
import org.assay.testkit.FuzzSeeds;

/** The seeds of the fuzz target for lists of other tools, see docs/fuzzing.md. */
class ListFormatFuzzSeedsTest {

    private static final String BUNDLE = "org.assay.capture.tests";

    /** Those that a fuzzer starts from, and not what it once failed on. */
    static List<Path> lists() {
        return FuzzSeeds.of(BUNDLE, "list").stream().filter(seed -> !seed.getFileName().toString().startsWith("hostile")).toList();
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, Map.of("list", ListFormatFuzz::fuzzerTestOneInput));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theListsReachWhatTheyAreFor(Path seed) throws IOException {
        byte[] input = Files.readAllBytes(seed);
        byte[] list = Arrays.copyOfRange(input, 1, input.length);
        ListFormat format = ListFormatFuzz.format(input[0]);
        RecordingSink sink = new RecordingSink();
        format.read(new ByteArrayInputStream(list), new ListedFiles("", Duration.ZERO, sink));
        assertTrue(format.recognises(list));
        assertFalse(sink.items.isEmpty());
        assertEquals(seed.getFileName().toString().startsWith("damaged"), !sink.gaps.isEmpty());
    }
}
