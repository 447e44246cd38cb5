package org.assay.model.fleet;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assay.model.Location;

/** Hosts with their changes, each distinct change once. Immutable. */
public final class Fleet {

    /** The most severe first, of these what most hosts have, then by number. */
    public static final Comparator<FleetChange> MOST_SEVERE_FIRST = Comparator.comparing(FleetChange::explained)
            .thenComparing(FleetChange::severity, Comparator.reverseOrder())
            .thenComparing(change -> change.hosts().count(), Comparator.reverseOrder()).thenComparing(FleetChange::number);

    private final List<FleetHost> hosts;
    private final List<FleetChange> changes;
    /** The hosts by what is known of them: those that share it are asked about a place once. */
    private final Map<HostReach, HostSet> byReach = new IdentityHashMap<>();

    /**
     * @param hosts as {@link #hosts} gives them
     * @param changes by number
     */
    public Fleet(List<FleetHost> hosts, List<FleetChange> changes) {
        this.hosts = List.copyOf(hosts);
        this.changes = List.copyOf(changes);
        for (int place = 0; place < hosts.size(); place++) {
            HostSet one = HostSet.of(IntStream.of(place));
            hosts.get(place).compared().ifPresent(table -> byReach.merge(table.reach(), one, HostSet::or));
        }
    }

    /** In the order in which they were given; a host's place stands for it in every {@link HostSet}. */
    public List<FleetHost> hosts() {
        return hosts;
    }

    /** By number. */
    public List<FleetChange> changes() {
        return changes;
    }

    /** The hosts of which nothing is said at {@code location}, so that a change there may be on them. */
    public HostSet cannotTell(Location location) {
        HostSet known = HostSet.NONE;
        for (Map.Entry<HostReach, HostSet> some : byReach.entrySet()) {
            known = some.getKey().knows(location) ? known.or(some.getValue()) : known;
        }
        return HostSet.of(IntStream.range(0, hosts.size())).without(known);
    }

    /** The hosts that have a comparison. */
    public HostSet compared() {
        return HostSet.of(IntStream.range(0, hosts.size()).filter(at -> hosts.get(at).compared().isPresent()));
    }

    /** The names of some hosts. */
    public List<String> names(HostSet some) {
        return some.places().mapToObj(at -> hosts.get(at).name()).toList();
    }
}
