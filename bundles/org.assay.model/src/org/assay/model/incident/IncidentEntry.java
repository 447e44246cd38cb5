package org.assay.model.incident;

import java.time.Instant;

/**
 * An entry of the incident's log. None is altered or removed: what was wrong is put right by a later one.
 *
 * @param number from 1, without holes
 * @param written when it was stored, by the clock of the machine
 */
public record IncidentEntry(long number, Instant written, EntryContent content) {
}
