package org.assay.remedy.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assay.remedy.plan.Action;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of an export read back. The seed of its fuzz target is one, see docs/fuzzing.md. */
class PlanFileTest {

    private static final String BUNDLE = "org.assay.remedy.tests";

    private static String outbreak() throws IOException {
        return Files.readString(FuzzSeeds.of(BUNDLE, "plan").getFirst());
    }

    private static PlanFile read(String plan) throws IOException {
        return PlanFile.read(plan.getBytes(StandardCharsets.UTF_8), Path.of("export"), "0".repeat(64));
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, Map.of("plan", PlanFileFuzz::fuzzerTestOneInput));
    }

    @Test
    void everyStepThatIsDoneHereIsRead() throws IOException {
        PlanFile plan = read(outbreak());
        assertEquals(List.of(Action.RemoveValue.class, Action.RemoveKey.class, Action.RestoreKey.class, Action.RestoreValue.class,
                Action.Quarantine.class, Action.RestoreFile.class), plan.steps().stream().map(step -> step.action().getClass()).toList());
        assertEquals(1, plan.manualSteps());
        assertTrue(plan.steps().get(1).action() instanceof Action.RemoveKey remove && remove.held().size() == 1);
        assertTrue(plan.steps().getLast().action() instanceof Action.RestoreFile restore && restore.baseline().mode().orElse(0) == 0644
                && restore.before().isEmpty());
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        String plan = outbreak();
        for (String other : List.of("", "{}", "[]", "{\"format\":", plan.substring(0, plan.length() / 2), plan + "{}",
                plan.replace("\"version\":1", "\"version\":3"), plan.replace("remove-key", "remove-all"),
                plan.replace("\"components\":[", "\"components\":[7,"), plan.replace("\"mode\":\"0644\"", "\"mode\":\"9\""),
                plan.replace("\"data_hex\":\"", "\"data_hex\":\"x"), plan.replace("\"item\":\"key\"", "\"item\":\"value\""),
                plan.replaceFirst("\"sha256\":\"[0-9a-f]+\"", "\"sha\":\"\""))) {
            assertThrows(IOException.class, () -> read(other), other);
        }
    }
}
