package org.assay.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.SystemKind;
import org.junit.jupiter.api.Test;

class IncidentRecordTest {

    private static final Instant START = Instant.parse("2000-05-04T09:00:00Z");

    private final List<IncidentEntry> entries = new ArrayList<>();

    private static EntryContent content(long minute, EntryDetail detail) {
        return new EntryContent(START.plusSeconds(60 * minute), "ann", IncidentPhase.REVIEW, detail, "text", Duration.ZERO, List.of());
    }

    /** Written in this order, whenever it happened. */
    private IncidentRecord add(long minute, EntryDetail detail) {
        entries.add(new IncidentEntry(entries.size() + 1, START.plusSeconds(90_000 + entries.size()), content(minute, detail)));
        return new IncidentRecord(entries);
    }

    private static EntryDetail off(String system) {
        return new EntryDetail.SwitchedOff(system, SystemKind.SERVICE);
    }

    @Test
    void whatIsOffAndNotOnAgainIsListedTheEarliestFirst() {
        add(9, off("later"));
        add(1, off("earlier"));
        add(2, off("on again"));
        assertEquals(List.of(2L, 1L), add(3, new EntryDetail.SwitchedOn(3)).stillOff().stream().map(IncidentEntry::number).toList());
    }

    @Test
    void theLatestThatHappenedSaysWhetherItIsClosedWheneverItWasWritten() {
        add(5, new EntryDetail.Reopened());
        assertFalse(add(4, new EntryDetail.Closed()).isClosed());
        assertTrue(add(6, new EntryDetail.Closed()).isClosed());
    }

    /** Two teams may have closed and switched off apart, and put their logs together. */
    @Test
    void whatHasSomethingOffIsNotClosedWhateverTheLogSays() {
        add(1, off("mail"));
        assertFalse(add(2, new EntryDetail.Closed()).isClosed());
    }

    @Test
    void whatIsOnAgainWasSwitchedOffBefore() {
        IncidentRecord log = add(5, off("mail"));
        log.requireFits(content(5, new EntryDetail.SwitchedOn(1)));
        assertThrows(AssayException.class, () -> log.requireFits(content(4, new EntryDetail.SwitchedOn(1))));
        assertThrows(AssayException.class, () -> log.requireFits(content(5, new EntryDetail.SwitchedOn(2))));
    }

    @Test
    void twoOfOneNameAreToldApartByTheirNumbers() {
        add(1, off("PC09"));
        IncidentRecord log = add(2, off("PC09"));
        assertTrue(assertThrows(AssayException.class, () -> log.off("PC09")).getMessage().contains("1, 2"));
        assertEquals(2, log.off("2").number());
    }

    @Test
    void thePhaseFollowsFromTheKindElseFromTheEntryBefore() {
        assertEquals(IncidentPhase.IDENTIFICATION, new IncidentRecord(List.of()).usualPhase(new EntryDetail.Note()));
        IncidentRecord log = add(1, new EntryDetail.Note());
        assertEquals(IncidentPhase.REVIEW, log.usualPhase(new EntryDetail.Note()));
        assertEquals(IncidentPhase.CONTAINMENT, log.usualPhase(off("x")));
        assertEquals(IncidentPhase.IDENTIFICATION, log.usualPhase(new EntryDetail.Fact(FactType.NAME, "")));
    }
}
