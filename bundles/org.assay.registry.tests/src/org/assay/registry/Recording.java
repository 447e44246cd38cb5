package org.assay.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.assay.registry.hive.HiveReader;

/** Keeps what a reader finds: keys, values and deletions in their order, problems apart. */
public class Recording implements RegistrySink {

    public record DeletedKey(List<String> path) {
    }

    public record DeletedValue(List<String> key, String name) {
    }

    public final List<Object> found = new ArrayList<>();
    public final List<RegistryProblem> problems = new ArrayList<>();
    public final List<RegistryRemnant> remnants = new ArrayList<>();

    /** What the reader finds in the hive with these bytes. */
    public static Recording ofHive(byte[] hive) {
        Recording recording = new Recording();
        new HiveReader().read("built", hive, Map.of(), recording);
        return recording;
    }

    @Override
    public void key(RegistryKey key) {
        found.add(key);
    }

    @Override
    public void value(RegistryValue value) {
        found.add(value);
    }

    @Override
    public void deletedKey(List<String> path) {
        found.add(new DeletedKey(path));
    }

    @Override
    public void deletedValue(List<String> key, String name) {
        found.add(new DeletedValue(key, name));
    }

    @Override
    public void remnant(RegistryRemnant remnant) {
        remnants.add(remnant);
    }

    @Override
    public void problem(RegistryProblem problem) {
        problems.add(problem);
    }

    public List<RegistryKey> keys() {
        return found.stream().filter(RegistryKey.class::isInstance).map(RegistryKey.class::cast).toList();
    }

    public List<RegistryValue> values() {
        return found.stream().filter(RegistryValue.class::isInstance).map(RegistryValue.class::cast).toList();
    }

    /** The key paths joined by backslashes. */
    public List<String> paths() {
        return keys().stream().map(key -> String.join("\\", key.path())).toList();
    }

    /** The only value that was found. */
    public RegistryValue value() {
        if (values().size() != 1) {
            throw new AssertionError("not one value but " + values() + "; problems: " + problems);
        }
        return values().getFirst();
    }

    /** The problems by which content was lost, each as its position. */
    public List<Long> lost() {
        return problems.stream().filter(problem -> problem.kind().lost()).map(RegistryProblem::position).toList();
    }

    public String messages() {
        return problems.stream().map(problem -> problem.position() + " " + problem.message()).collect(Collectors.joining("\n"));
    }
}
