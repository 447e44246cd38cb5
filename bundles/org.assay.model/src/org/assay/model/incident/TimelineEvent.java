package org.assay.model.incident;

import java.time.Instant;

/**
 * Something that happened in an outbreak or in the work on it.
 *
 * @param host the host on which it was, or several with commas between; empty where it was on none
 * @param who whose doing it was, as far as that is known; may be empty
 * @param text for people; evidence and users may have written what is in it
 */
public record TimelineEvent(Instant at, TimelineKind kind, String host, String who, String text) {
}
