package org.assay.model.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody notes in the incident's log.
 *
 * @param happened when what it tells of happened
 * @param author whose entry it is
 * @param text for people; may be empty where the detail says all
 * @param spent the working time that its author spent on it; zero where none was noted
 * @param references what in the evidence it speaks of
 */
public record EntryContent(Instant happened, String author, IncidentPhase phase, EntryDetail detail, String text, Duration spent,
        List<EntryReference> references) {

    public EntryContent {
        references = List.copyOf(references);
    }
}
