package org.assay.app.verify;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.assay.testkit.FuzzSeeds;

/** The seeds of the fuzz target for logs of scripts, see docs/fuzzing.md. */
class ScriptLogFuzzSeedsTest {

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.app.tests", Map.of("script-log", ScriptLogFuzz::fuzzerTestOneInput));
    }
}
