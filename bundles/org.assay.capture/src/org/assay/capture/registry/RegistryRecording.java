package org.assay.capture.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;

/** Hands on what a source says and keeps it, so that it need not be read again; gives up when that takes too much memory. */
final class RegistryRecording implements RegistrySink {

    /** About what one call takes in memory beside names, data and messages. */
    private static final int CALL_BYTES = 200;
    private static final int NAME_BYTES = 56;

    private final RegistrySink next;
    private final long mostBytes;
    private List<Consumer<RegistrySink>> calls = new ArrayList<>();
    private List<String> path = List.of();
    private long bytes;

    RegistryRecording(RegistrySink next, long mostBytes) {
        this.next = next;
        this.mostBytes = mostBytes;
    }

    /** Whether all was kept. */
    boolean isComplete() {
        return bytes <= mostBytes;
    }

    /** About how many bytes of memory this takes. */
    long bytes() {
        return isComplete() ? bytes : 0;
    }

    void replay(RegistrySink sink) {
        calls.forEach(call -> call.accept(sink));
    }

    private void take(long more, Consumer<RegistrySink> call) {
        call.accept(next);
        if (isComplete()) {
            bytes += CALL_BYTES + more;
            calls.add(call);
            if (!isComplete()) {
                calls = List.of();
            }
        }
    }

    /** What the names take that are not the very same as before. */
    private long names(List<String> names) {
        long more = 0;
        for (int at = 0; at < names.size(); at++) {
            boolean same = at < path.size() && names.get(at) == path.get(at);
            more += Long.BYTES + (same ? 0 : NAME_BYTES + text(names.get(at)));
        }
        path = names;
        return more;
    }

    private static long text(String text) {
        return (long) Character.BYTES * text.length();
    }

    @Override
    public void key(RegistryKey key) {
        take(names(key.path()) + key.className().map(RegistryRecording::text).orElse(0L), sink -> sink.key(key));
    }

    @Override
    public void value(RegistryValue value) {
        take(text(value.name()) + value.data().length, sink -> sink.value(value));
    }

    @Override
    public void deletedKey(List<String> deleted) {
        take(names(deleted), sink -> sink.deletedKey(deleted));
    }

    @Override
    public void deletedValue(List<String> key, String name) {
        take(names(key) + text(name), sink -> sink.deletedValue(key, name));
    }

    @Override
    public void remnant(RegistryRemnant remnant) {
        int data = remnant instanceof RegistryRemnant.Value value ? value.data().map(each -> each.length).orElse(0) : 0;
        take(names(remnant.path()) + data, sink -> sink.remnant(remnant));
    }

    @Override
    public void problem(RegistryProblem problem) {
        take(names(problem.path()) + text(problem.message()), sink -> sink.problem(problem));
    }
}
