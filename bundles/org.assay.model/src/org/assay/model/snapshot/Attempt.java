package org.assay.model.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at capturing a snapshot: the first one, or one that resumed what was broken off.
 *
 * @param number from 1
 * @param toolVersion the Assay that captured
 * @param started when it began, by the capturing machine's clock
 * @param finished when it ended in order, by the same clock; empty while it runs and when it was killed
 * @param lasted how long it took by a clock that nobody can set; empty as {@code finished}
 * @param reading how it read; empty as {@code finished}
 */
public record Attempt(int number, String toolVersion, Instant started, Optional<Instant> finished, Optional<Duration> lasted,
        Environment environment, Optional<Reading> reading) {
}
