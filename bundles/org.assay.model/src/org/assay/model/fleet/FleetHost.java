package org.assay.model.fleet;

import java.util.Optional;

/**
 * A host as the fleet sees it.
 *
 * @param group the group that it was said to be in; empty where in none
 * @param compared what is known of it; empty where nothing is
 * @param obstacle why nothing is known, a phrase; empty where something is
 */
public record FleetHost(String name, String group, Optional<HostComparison> compared, String obstacle) {

    /** A host of which something is known. */
    public static FleetHost of(String name, String group, HostComparison compared) {
        return new FleetHost(name, group, Optional.of(compared), "");
    }

    /** A host of which nothing is known. */
    public static FleetHost unknown(String name, String group, String obstacle) {
        return new FleetHost(name, group, Optional.empty(), obstacle);
    }
}
