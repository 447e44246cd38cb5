package org.assay.registry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A key or value that was deleted once: its record was found in a part of a hive to which nothing leads any more. It is no part of the
 * registry, and parts of it may have been overwritten since, so it is a hint and no proof. In a damaged hive it may also be one that is
 * still there, but to which nothing leads because of the damage.
 */
public sealed interface RegistryRemnant {

    /**
     * The path of the key, or of the key that held the value, as far as it can be followed upwards; names as in
     * {@link RegistryKey#path()}. A key above may itself have been deleted, or its place may hold another key by now.
     */
    List<String> path();

    /** Whether {@link #path} starts at the hive's root key. A value with an empty path then belonged to the root key. */
    boolean rooted();

    /** Where the record is, in bytes from the start of the file, of a dirty hive after its logs were applied. */
    long position();

    /**
     * A deleted key.
     *
     * @param path the key's path, its own name last
     * @param rooted whether the path is whole
     * @param lastWritten when the key or its values were last changed, often by the deletion; empty when the record has no time
     * @param position where the record is in the file, in bytes
     */
    record Key(List<String> path, boolean rooted, Optional<Instant> lastWritten, long position) implements RegistryRemnant {

        public Key {
            path = List.copyOf(path);
            Objects.requireNonNull(lastWritten);
        }
    }

    /**
     * A deleted value, of a deleted key or of one that is still there.
     *
     * @param path the path of the key that held it; empty and not rooted when that is unknown
     * @param rooted whether the path is whole
     * @param name the value's name
     * @param type its type
     * @param size how many bytes of data it had
     * @param data all of its data; empty when any of it was overwritten
     * @param position where the record is in the file, in bytes
     */
    record Value(List<String> path, boolean rooted, String name, int type, int size, Optional<byte[]> data, long position)
            implements RegistryRemnant {

        public Value {
            path = List.copyOf(path);
            Objects.requireNonNull(name);
            Objects.requireNonNull(data);
        }
    }
}
