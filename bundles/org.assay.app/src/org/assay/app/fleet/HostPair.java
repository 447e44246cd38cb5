package org.assay.app.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.CompareSnapshots;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;

/**
 * The two snapshots of a host that are compared in the fleet.
 *
 * @param suspect the host's latest suspect
 * @param baseline what it is compared with
 * @param obstacle why the two cannot be compared, or one of them is not there, a phrase; empty where they can
 */
record HostPair(String host, Optional<Snapshot> suspect, Optional<Snapshot> baseline, String obstacle) {

    /** Of every host that {@code meant} means, by name. Fails when the baseline that it names is not there. */
    static List<HostPair> of(Case openCase, FleetArguments meant) {
        Optional<Snapshot> common = meant.baseline().map(openCase::snapshot);
        TreeMap<String, List<Snapshot>> byHost = new TreeMap<>();
        openCase.snapshots().forEach(one -> byHost.computeIfAbsent(one.host(), _ -> new ArrayList<>()).add(one));
        Set<Long> shared = openCase.comparisons().stream().map(Comparison::baseline)
                .collect(Collectors.toCollection(HashSet::new));
        meant.baseline().ifPresent(shared::add);
        List<HostPair> pairs = new ArrayList<>();
        byHost.forEach((host, snapshots) -> {
            if (meant.means(host) && !isGold(snapshots, shared)) {
                pairs.add(of(host, latest(snapshots, Role.SUSPECT), common.or(() -> latest(snapshots, Role.BASELINE))));
            }
        });
        return pairs;
    }

    /** The latest of {@code comparisons} that is of the suspect and with the baseline that {@code meant} names, if it names one. */
    Optional<Comparison> latest(List<Comparison> comparisons, FleetArguments meant) {
        return suspect.flatMap(snapshot -> comparisons.stream()
                .filter(one -> one.suspect() == snapshot.id() && meant.baseline().filter(id -> id != one.baseline()).isEmpty())
                .max(Comparison.EARLIEST_FIRST));
    }

    /** Whether a host gave nothing but baselines and others are compared with one: it is a gold image and none of the fleet. */
    private static boolean isGold(List<Snapshot> snapshots, Set<Long> compared) {
        return snapshots.stream().allMatch(one -> one.role() == Role.BASELINE)
                && snapshots.stream().map(Snapshot::id).anyMatch(compared::contains);
    }

    private static HostPair of(String host, Optional<Snapshot> suspect, Optional<Snapshot> baseline) {
        String obstacle = suspect.isEmpty() ? "it has no suspect" : baseline.isEmpty() ? "it has no baseline"
                : CompareSnapshots.obstacle(suspect.get()).or(() -> CompareSnapshots.obstacle(baseline.get())).orElse("");
        return new HostPair(host, suspect, baseline, obstacle);
    }

    private static Optional<Snapshot> latest(List<Snapshot> snapshots, Role role) {
        return snapshots.stream().filter(one -> one.role() == role).max(Comparator.comparing(Snapshot::id));
    }
}
