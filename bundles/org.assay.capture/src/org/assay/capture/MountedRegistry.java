package org.assay.capture;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.EvidenceCaller;
import org.assay.capture.file.WatchedReader;
import org.assay.capture.registry.KeyPlaces;
import org.assay.capture.registry.RegistryCapture;
import org.assay.capture.source.EvidenceSources;
import org.assay.capture.source.SystemFiles;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;

/** Where the registry of a machine is whose disks are mounted: its hives are found and read as a capture does. */
public final class MountedRegistry {

    private final KeyPlaces places;

    private MountedRegistry(KeyPlaces places) {
        this.places = places;
    }

    /**
     * A key in a hive.
     *
     * @param file the hive's location
     * @param path the key's path from the hive's root
     */
    public record KeyInHive(Location file, List<String> path) {
    }

    /**
     * Finds the hives in trees.
     *
     * @throws org.assay.model.AssayException when a tree cannot be read
     */
    public static MountedRegistry find(List<Evidence> trees, CaptureOptions options, Progress progress) {
        try (EvidenceCaller caller = new EvidenceCaller(options.timeout(), progress::isCancelled)) {
            RegistryCapture registry = new RegistryCapture(List.of(),
                    EvidenceSources.open(trees, new WatchedReader(SystemFiles.reader(), caller)).trees(), options.registry(), progress);
            registry.look();
            return new MountedRegistry(registry.places());
        }
    }

    /** Where a key is, or would be; empty where no hive was found for it. */
    public Optional<KeyInHive> find(Location key) {
        return places.find(key).map(place -> new KeyInHive(place.file(), place.path()));
    }
}
