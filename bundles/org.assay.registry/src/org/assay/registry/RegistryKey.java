package org.assay.registry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A registry key as a source spells it.
 *
 * @param path components from the root down, exactly as spelled: UTF-16, with NULs, line breaks and lone surrogates kept.
 *     From a {@code .reg} file the first component is the long root name ({@code HKEY_LOCAL_MACHINE} …); from a hive the
 *     path is relative to the hive's root key, and the empty list is that root key
 * @param lastWritten when the key or its values were last changed, in steps of 100 ns; empty where the source has none
 * @param className the key's class name; empty where the key has none or the source cannot hold one
 * @param security the key's security descriptor; empty where it cannot be read or the source cannot hold one
 * @param traits what the source says of the key beyond its content; empty where it cannot say such things
 */
public record RegistryKey(List<String> path, Optional<Instant> lastWritten, Optional<String> className,
        Optional<SecurityDescriptor> security, Set<KeyTrait> traits) {

    public RegistryKey {
        path = List.copyOf(path);
        Objects.requireNonNull(lastWritten);
        Objects.requireNonNull(className);
        Objects.requireNonNull(security);
        traits = Set.copyOf(traits);
    }
}
