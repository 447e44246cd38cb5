package org.assay.startup.catalogue;

/** Values of registry keys, or the keys themselves. */
record RegistryKind(String name, Reach reach, boolean isNamedBySubkey) implements LocationKind {
}
