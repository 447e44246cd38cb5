package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.registry.encoding.Utf16;

/**
 * A sum over all keys and values of a hive, times left out: the sum of their SHA-256, part by part. What is added to the hive or taken from
 * it is added to the sum or taken from it, so that what a changed hive must read as is known without a second copy of it.
 */
final class HiveSum implements RegistrySink {

    private final long[] parts = new long[4];
    private final List<String> root;
    private final int sign;
    private Optional<RegistryProblem> problem = Optional.empty();

    /** Of a whole hive. */
    HiveSum() {
        this(List.of(), 1);
    }

    private HiveSum(List<String> root, int sign) {
        this.root = root;
        this.sign = sign;
    }

    /** A sum of what is below the key {@code root}, by paths from there, taken from this one when it is added. */
    static HiveSum takenFrom(List<String> root) {
        return new HiveSum(root, -1);
    }

    void add(HiveSum other) {
        for (int part = 0; part < parts.length; part++) {
            parts[part] += other.parts[part];
        }
    }

    boolean isSame(HiveSum other) {
        return Arrays.equals(parts, other.parts);
    }

    /** The first thing that was lost, or could not be read for certain. */
    Optional<RegistryProblem> problem() {
        return problem;
    }

    @Override
    public void key(RegistryKey key) {
        String traits = key.traits().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        add('K', key.path(), List.of(key.className().map(Utf16::encode).orElse(new byte[0]),
                key.security().map(SecurityDescriptor::bytes).orElse(new byte[0]), Utf16.encode(traits)));
    }

    @Override
    public void value(RegistryValue value) {
        add('V', value.key(), List.of(Utf16.encode(value.name()), ByteBuffer.allocate(4).putInt(value.type()).array(), value.data()));
    }

    /** Takes a value from the sum that was in it. */
    void take(RegistryValue value) {
        HiveSum taken = takenFrom(List.of());
        taken.value(value);
        add(taken);
    }

    @Override
    public void deletedKey(List<String> path) {
        add('k', path, List.of());
    }

    @Override
    public void deletedValue(List<String> key, String name) {
        add('v', key, List.of(Utf16.encode(name)));
    }

    @Override
    public void problem(RegistryProblem found) {
        if (problem.isEmpty() && found.kind().lost()) {
            problem = Optional.of(found);
        }
    }

    private void add(char kind, List<String> path, List<byte[]> rest) {
        List<byte[]> all = new ArrayList<>();
        root.forEach(name -> all.add(Utf16.encode(name)));
        path.forEach(name -> all.add(Utf16.encode(name)));
        all.addAll(rest);
        MessageDigest digest = sha256();
        digest.update((byte) kind);
        for (byte[] each : all) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(each.length).array());
            digest.update(each);
        }
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        for (int part = 0; part < parts.length; part++) {
            parts[part] += sign * sum.getLong();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
