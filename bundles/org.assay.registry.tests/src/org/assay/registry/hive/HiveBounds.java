package org.assay.registry.hive;

import java.util.List;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.header.BaseBlock;

/** Refuses more than a hive of some size can hold, records and data counted with their least size. */
public final class HiveBounds implements RegistrySink {

    private static final int KEY = 80;
    private static final int VALUE = 24;
    private static final int MAX_DEPTH = 512;

    private final long fileSize;
    private long events;
    private long bytes;

    public HiveBounds(long fileSize) {
        this.fileSize = fileSize;
    }

    @Override
    public void key(RegistryKey key) {
        count(KEY, key.path());
    }

    @Override
    public void value(RegistryValue value) {
        count(Math.max(VALUE, value.data().length), value.key());
    }

    @Override
    public void deletedKey(List<String> path) {
        count(KEY, path);
    }

    @Override
    public void deletedValue(List<String> key, String name) {
        count(VALUE, key);
    }

    @Override
    public void remnant(RegistryRemnant remnant) {
        switch (remnant) {
            case RegistryRemnant.Key key -> count(KEY, key.path());
            case RegistryRemnant.Value value -> count(Math.max(VALUE, value.data().map(data -> data.length).orElse(0)), value.path());
        }
        check(remnant.position() >= BaseBlock.SIZE && remnant.position() < fileSize, remnant);
    }

    @Override
    public void problem(RegistryProblem problem) {
        count(0, problem.path());
        check(problem.position() >= 0, problem);
    }

    private void count(long size, List<String> path) {
        events++;
        bytes += size;
        check(events <= fileSize && bytes <= fileSize, "more was given than the file can hold");
        check(path.size() <= MAX_DEPTH, path);
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
