package org.assay.fleet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.HostSet;

/** Which marks of a fleet each of its hosts has. */
final class MarkSets {

    private final List<FleetChange> marks;
    private final List<BitSet> ofHosts;
    /** What at least two hosts have: names that are made up anew on each host tell no variants apart. */
    private final BitSet shared = new BitSet();

    MarkSets(Fleet fleet) {
        marks = fleet.changes().stream().filter(FleetChange::isMark).toList();
        ofHosts = IntStream.range(0, fleet.hosts().size()).mapToObj(_ -> new BitSet(marks.size())).toList();
        for (int mark = 0; mark < marks.size(); mark++) {
            int at = mark;
            HostSet hosts = marks.get(mark).hosts();
            hosts.places().forEach(host -> ofHosts.get(host).set(at));
            shared.set(mark, hosts.count() > 1);
        }
    }

    /** All marks by number. */
    List<FleetChange> marks() {
        return marks;
    }

    /** The marks of the host at {@code place}, by their places among {@link #marks}. */
    BitSet of(int place) {
        return ofHosts.get(place);
    }

    /** Those of them by which variants are told apart. */
    BitSet telling(int place) {
        BitSet telling = (BitSet) of(place).clone();
        telling.and(shared);
        return telling.isEmpty() ? of(place) : telling;
    }

    List<FleetChange> named(BitSet some) {
        return some.stream().mapToObj(marks::get).toList();
    }

    /** The marks that at least half of {@code hosts} have. */
    BitSet core(HostSet hosts) {
        BitSet core = new BitSet(marks.size());
        for (int mark = 0; mark < marks.size(); mark++) {
            core.set(mark, marks.get(mark).hosts().and(hosts).count() * 2 >= hosts.count());
        }
        return core;
    }

    /** The share of the marks in either set that only one has (Jaccard's distance), 0 to 1. */
    static double distance(BitSet one, BitSet other) {
        int both = common(one, other);
        int either = one.cardinality() + other.cardinality() - both;
        return either == 0 ? 0 : 1 - (double) both / either;
    }

    static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /** Hosts with marks in groups: who shares at least half of its marks with one of a group belongs to it. */
    List<HostSet> groups() {
        List<HostSet> groups = new ArrayList<>();
        for (int host = 0; host < ofHosts.size(); host++) {
            if (!of(host).isEmpty()) {
                join(groups, host);
            }
        }
        return groups;
    }

    private void join(List<HostSet> groups, int host) {
        BitSet own = telling(host);
        HostSet joined = HostSet.of(IntStream.of(host));
        for (HostSet group : List.copyOf(groups)) {
            if (group.places().anyMatch(member -> distance(own, telling(member)) <= 0.5)) {
                joined = joined.or(group);
                groups.remove(group);
            }
        }
        groups.add(joined);
    }
}
