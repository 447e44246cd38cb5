package org.assay.model.fleet;

import java.util.List;

/**
 * What one side of a fleet has that the other lacks, and the other way round.
 *
 * @param one the first side
 * @param other the second side
 * @param baselines with how many baselines the hosts of both were compared: what differs between baselines is not seen
 * @param rows what separates best first, of the like what may explain why a machine was spared
 */
public record Outliers(HostSet one, HostSet other, long baselines, List<Outlier> rows) {

    public Outliers {
        rows = List.copyOf(rows);
    }
}
