package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;

class RegistryRecordingTest {

    private static final List<String> PATH = List.of("a", "b");

    /** Takes what it is told, one object for each call. */
    private static final class Told implements RegistrySink {
        private final List<Object> calls = new ArrayList<>();

        @Override
        public void key(RegistryKey key) {
            calls.add(key);
        }

        @Override
        public void value(RegistryValue value) {
            calls.add(value);
        }

        @Override
        public void deletedKey(List<String> path) {
            calls.add(path);
        }

        @Override
        public void deletedValue(List<String> key, String name) {
            calls.add(List.of(key, name));
        }

        @Override
        public void remnant(RegistryRemnant remnant) {
            calls.add(remnant);
        }

        @Override
        public void problem(RegistryProblem problem) {
            calls.add(problem);
        }
    }

    private static void tell(RegistrySink sink) {
        sink.key(new RegistryKey(PATH, Optional.empty(), Optional.of("class"), Optional.empty(), Set.of()));
        sink.value(new RegistryValue(PATH, "v", 3, new byte[1000]));
        sink.deletedKey(PATH);
        sink.deletedValue(PATH, "v");
        sink.remnant(new RegistryRemnant.Key(PATH, true, Optional.empty(), 4096));
        sink.problem(new RegistryProblem(RegistryProblem.Kind.DAMAGED, 1, "message", PATH));
    }

    @Test
    void allThatWasSaidIsSaidAgainInOrder() {
        Told expected = new Told();
        tell(expected);
        Told next = new Told();
        RegistryRecording recording = new RegistryRecording(next, 10_000);
        tell(recording);
        Told replayed = new Told();
        recording.replay(replayed);
        assertEquals(expected.calls, next.calls);
        assertEquals(expected.calls, replayed.calls);
        assertEquals(true, recording.isComplete() && recording.bytes() > 1000);
    }

    @Test
    void whatIsTooMuchIsHandedOnButNotKept() {
        Told next = new Told();
        RegistryRecording recording = new RegistryRecording(next, 1000);
        tell(recording);
        tell(recording);
        assertEquals(12, next.calls.size());
        assertEquals(false, recording.isComplete());
        assertEquals(0, recording.bytes());
    }
}
