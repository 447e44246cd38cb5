package org.assay.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** Counts what it is given and refuses more than a file of some size can hold. */
class BoundedSink implements RegistrySink {

    private final long fileSize;
    private long events;
    private long bytes;

    BoundedSink(long fileSize) {
        this.fileSize = fileSize;
    }

    @Override
    public void key(RegistryKey key) {
        count(0);
    }

    @Override
    public void value(RegistryValue value) {
        count(value.data().length);
    }

    @Override
    public void deletedKey(List<String> path) {
        count(0);
    }

    @Override
    public void deletedValue(List<String> key, String name) {
        count(0);
    }

    @Override
    public void problem(RegistryProblem problem) {
        count(0);
        assertTrue(problem.position() >= 0, problem::toString);
    }

    /** A character of one byte may become two bytes, and text may get a terminator. */
    private void count(long size) {
        events++;
        bytes += size;
        assertTrue(events <= fileSize + 10 && bytes <= 2 * (fileSize + events), "more was given than the file can hold");
    }
}
