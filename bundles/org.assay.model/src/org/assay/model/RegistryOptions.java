package org.assay.model;

/**
 * How a capture reads registry data.
 *
 * @param hives whether the hives that a tree holds are read besides their files
 */
public record RegistryOptions(boolean hives) {

    /** Everything that a tree tells. */
    public static final RegistryOptions USUAL = new RegistryOptions(true);
}
