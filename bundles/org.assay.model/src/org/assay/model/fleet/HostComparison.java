package org.assay.model.fleet;

import java.time.Instant;

/**
 * How a host was compared.
 *
 * @param comparison the number of the comparison
 * @param baseline the number of the snapshot that counted as before
 * @param captured when the capture of the suspect began
 * @param gaps how many places of both snapshots could not be read or were asked of one only
 * @param reach of what places the comparison says something
 */
public record HostComparison(long comparison, long baseline, Instant captured, int gaps, HostReach reach) {
}
