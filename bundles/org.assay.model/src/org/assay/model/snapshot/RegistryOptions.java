package org.assay.model.snapshot;

/**
 * How a capture reads registry data.
 *
 * @param hives whether the hives that a tree holds are read besides their files
 * @param deleted whether keys and values that were deleted are looked for in the unused space of hives
 */
public record RegistryOptions(boolean hives, boolean deleted) {

    /** The hives in trees, and nothing that was deleted. */
    public static final RegistryOptions USUAL = new RegistryOptions(true, false);
}
