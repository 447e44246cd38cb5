package org.assay.model.fleet;

import java.util.List;

/**
 * Hosts that have much the same marks.
 *
 * @param name A, B and so on, the one with the most hosts first
 * @param marks what at least half of its hosts have, by number
 * @param hosts which hosts have it; those that have it partly are not among them
 */
public record Variant(String name, List<FleetChange> marks, HostSet hosts) {

    public Variant {
        marks = List.copyOf(marks);
    }
}
