package org.assay.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.assay.model.Location;
import org.assay.model.incident.Channel;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.PointState;
import org.assay.model.incident.SystemKind;
import org.assay.model.text.Sha256;

/** Entries of an incident's log: of each kind one. */
final class IncidentEntries {

    private static final Instant WHEN = Instant.parse("2026-11-29T08:15:30.123456789Z");

    private IncidentEntries() {
    }

    static EntryContent note(String text) {
        return entry(new EntryDetail.Note(), text, List.of());
    }

    /**
     * One of each kind, the first of which speaks of one thing of each kind.
     *
     * @param comparison the number of a comparison
     * @param host the name of a host
     */
    static List<EntryContent> one(long comparison, String host) {
        Location place = Location.file("C:", "new\ufeff\udcff\"\\");
        return List.of(
                entry(new EntryDetail.SwitchedOff("mail\nconnector", SystemKind.CONNECTION), "it spreads by mail", List.of(
                        new EntryReference.ToHost(host), new EntryReference.ToFile(host, "C:\\x\u202e.vbs"),
                        new EntryReference.ToChange(host, OptionalLong.of(comparison), 1, place),
                        new EntryReference.ToTag(host, place, Sha256.of()))),
                entry(new EntryDetail.Fact(FactType.NAME, "a vendor"), "LoveLetter", List.of()),
                entry(new EntryDetail.Told("everybody", Channel.PUBLIC_ADDRESS), "do not open it", List.of()),
                entry(new EntryDetail.PointMarked("outbreak", "leader", PointState.DONE), "", List.of()),
                entry(new EntryDetail.SwitchedOn(2), "clean", List.of()),
                entry(new EntryDetail.Closed(), "", List.of()),
                entry(new EntryDetail.Reopened(), "it is back", List.of()));
    }

    private static EntryContent entry(EntryDetail detail, String text, List<EntryReference> references) {
        return new EntryContent(WHEN, "ann", IncidentPhase.CONTAINMENT, detail, text, Duration.ofMinutes(90), references);
    }
}
