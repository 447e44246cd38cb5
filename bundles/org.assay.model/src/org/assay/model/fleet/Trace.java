package org.assay.model.fleet;

import java.time.Instant;

/**
 * The earliest trace of an infection on a host, by what the evidence says of itself; who infects a machine can write any time.
 *
 * @param mark what has the time
 * @param created whether it is when the file was made there; else when it was last written
 */
public record Trace(Instant time, FleetChange mark, boolean created) {
}
