package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.model.text.Bytes;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seeds of the fuzz target for seals and time stamps, see docs/fuzzing.md. */
class SealFuzzSeedsTest {

    private static final String BUNDLE = "org.assay.custody.tests";

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, Map.of("seal", SealMessageFuzz::fuzzerTestOneInput));
    }

    @Test
    void theSeedsReachWhatTheyAreFor() throws IOException {
        for (Path seed : FuzzSeeds.of(BUNDLE, "seal")) {
            Bytes bytes = Bytes.copyOf(Files.readAllBytes(seed));
            boolean stamp = seed.getFileName().toString().startsWith("stamp");
            assertEquals(!stamp, SealMessage.read(bytes).filter(SealMessage::holds).isPresent(), seed.toString());
            if (stamp) {
                TimeStamps.read(bytes, bytes);
            }
        }
    }
}
