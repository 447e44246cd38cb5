package org.assay.model.text;

import java.util.List;

/** The names with which locations of registry data begin, by which they are told from files where both are written as text. */
public final class RegistryRoot {

    /** The short names of Windows' roots; below {@code AUTORUNS} stand the rows of Autoruns that name no registry value for certain. */
    public static final List<String> NAMES = List.of("HKLM", "HKCU", "HKCR", "HKU", "HKCC", "HKDD", "AUTORUNS");

    private RegistryRoot() {
    }

    /** Whether {@code name}, the first of a location, is a root's; case does not count. */
    public static boolean isOne(String name) {
        return NAMES.stream().anyMatch(root -> RegistryName.compare(root, name) == 0);
    }

    /** Whether {@code pattern}, the first name of a pattern of {@link Wildcards}, begins with a letter and matches a root's. */
    public static boolean isMatchedBy(String pattern) {
        Wildcards wildcards = new Wildcards(pattern);
        return !pattern.startsWith("*") && !pattern.startsWith("?") && NAMES.stream().anyMatch(root -> wildcards.match(root).matches());
    }
}
