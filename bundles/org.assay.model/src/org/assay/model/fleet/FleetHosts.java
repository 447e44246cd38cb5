package org.assay.model.fleet;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which hosts are infected, with what, and in which order.
 *
 * @param variants the one with the most hosts first
 * @param hosts in the order of the fleet
 */
public record FleetHosts(List<Variant> variants, List<HostAnswer> hosts) {

    public FleetHosts {
        variants = List.copyOf(variants);
        hosts = List.copyOf(hosts);
    }

    /** The hosts in this state. */
    public HostSet in(HostState state) {
        return HostSet.of(IntStream.range(0, hosts.size()).filter(at -> hosts.get(at).state() == state));
    }
}
