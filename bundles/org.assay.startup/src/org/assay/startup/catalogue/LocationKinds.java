package org.assay.startup.catalogue;

import java.util.List;
import java.util.Optional;

/** All kinds of locations. */
public final class LocationKinds {

    /** In the order of {@code docs/startup-catalogue.md}. */
    public static final List<LocationKind> ALL = List.of(
            new RegistryKind("registry-value", Reach.KEY, false),
            new RegistryKind("registry-values", Reach.KEY, false),
            new RegistryKind("registry-subkeys", Reach.KEY, true),
            new RegistryKind("registry-tree", Reach.KEY_TREE, false),
            new SweepKind("registry-record", Reach.KEY_TREE, Precedence.RECORD),
            new SweepKind("registry-rest", Reach.KEY_TREE, Precedence.REST),
            new PathKind("file", ""),
            new FolderKind(),
            new PathKind("crontab-line", "crontab"),
            new PathKind("plist-value", "plist"),
            new PathKind("json-value", "json"),
            new PathKind("xml-value", "xml"),
            new PathKind("ini-value", "ini"),
            new CapabilityKind(),
            new KeptContentKind(),
            new SweepKind("file-rest", Reach.FILE, Precedence.REST),
            new UnsearchedKind("sqlite"),
            new UnsearchedKind("raw-sector"),
            new UnsearchedKind("macho"),
            new UnsearchedKind("nvram"));

    private LocationKinds() {
    }

    /** The kind that a catalogue calls {@code name}. */
    public static Optional<LocationKind> named(String name) {
        for (LocationKind kind : ALL) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
