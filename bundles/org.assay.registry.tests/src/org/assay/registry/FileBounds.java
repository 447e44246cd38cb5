package org.assay.registry;

import java.util.List;

/** Refuses more than a file of some size can hold where a character of one byte becomes two and a text may get a terminator. */
public final class FileBounds implements RegistrySink {

    /** Problems may be told of a file as a whole. */
    private static final int OF_THE_WHOLE = 10;

    private final long fileSize;
    private long events;
    private long bytes;

    public FileBounds(long fileSize) {
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
        check(problem.position() >= 0, problem);
    }

    private void count(long size) {
        events++;
        bytes += size;
        check(events <= fileSize + OF_THE_WHOLE && bytes <= 2 * (fileSize + events), "more was given than the file can hold");
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
