package org.assay.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.incident.Channel;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.PointState;
import org.assay.model.incident.SystemKind;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.testkit.Golden;
import org.junit.jupiter.api.Test;

class IncidentReportTest {

    private static final Instant START = Instant.parse("2000-05-04T09:00:00Z");
    private static final String HOSTILE = "<script>alert('x')</script>\"]]><b onload=x>\n\u202e&amp;";

    private static String report(String text) throws IOException {
        List<IncidentEntry> entries = new ArrayList<>();
        List<EntryDetail> details = List.of(new EntryDetail.Fact(FactType.FIRST_REPORT, text), new EntryDetail.Note(),
                new EntryDetail.SwitchedOff(text, SystemKind.SERVICE), new EntryDetail.SwitchedOff("web", SystemKind.SERVICE),
                new EntryDetail.SwitchedOn(4), new EntryDetail.Told(text, Channel.PHONE),
                new EntryDetail.PointMarked("outbreak", "leader", PointState.DONE), new EntryDetail.Fact(FactType.LESSON, text));
        for (EntryDetail detail : details) {
            int at = entries.size();
            entries.add(new IncidentEntry(at + 1, START, new EntryContent(START.plusSeconds(3600L * at), at % 2 == 0 ? "ann" : text,
                    IncidentPhase.values()[at % 6], detail, text, Duration.ofMinutes(45), List.of())));
        }
        IncidentRecord log = new IncidentRecord(entries);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        IncidentReport.write(new ReportContents(text, Optional.of("a digest"), START, log,
                log.standing(List.of(new Checklist("outbreak", text, List.of(
                        new Checklist.Point("leader", IncidentPhase.IDENTIFICATION, text, text),
                        new Checklist.Point("team", IncidentPhase.IDENTIFICATION, text, text))))),
                new Timeline(List.of(new TimelineEvent(START, TimelineKind.ENTRY, text, text, text),
                        new TimelineEvent(START.plusSeconds(90), TimelineKind.FILE, text, text, text),
                        new TimelineEvent(START.plus(Duration.ofDays(9_000)), TimelineKind.CAPTURE, text, text, text)), 3),
                new Fleet(List.of(), List.of()), new FleetHosts(List.of(), List.of())), page);
        return page.toString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageIsAsItWasLookedAt() throws IOException {
        Golden.check(IncidentReportTest.class, "incident-report.html", report("a text"));
    }

    /** The page has markup of ours only: as much of it as with a harmless text. */
    @Test
    void hostileTextIsNothingButText() throws IOException {
        String hostile = report(HOSTILE);
        assertFalse(hostile.contains("<script") || hostile.contains("onload=x>"), hostile);
        assertEquals(report("a text").chars().filter(one -> one == '<').count(), hostile.chars().filter(one -> one == '<').count());
        assertTrue(hostile.contains("&lt;script&gt;alert(&#39;x&#39;)"), hostile);
        assertTrue(hostile.contains("default-src 'none'"));
    }

    @Test
    void anAxisIsBrokenWhereNothingHappenedForLong() {
        Instant later = START.plus(Duration.ofDays(9_000));
        TimeAxis axis = TimeAxis.of(List.of(START, START.plusSeconds(3600), later, later.plusSeconds(7200)), 0, 1000);
        assertEquals(2, axis.spans().size());
        assertEquals(0, axis.x(START));
        assertEquals(1000, axis.x(later.plusSeconds(7200)), 1e-6);
        assertTrue(axis.x(START.plusSeconds(3600)) > 300, "each piece has room");
        assertEquals(axis.x(later), axis.x(START.plus(Duration.ofDays(5_000))), "what lies in the break is at its end");
        TimeAxis far = TimeAxis.of(List.of(Instant.MIN, START, Instant.MAX, Instant.MAX.minusSeconds(9)), 0, 1000);
        assertTrue(far.x(Instant.MIN) < far.x(START) && far.x(START) < far.x(Instant.MAX) && far.x(Instant.MAX) <= 1000);
        assertEquals(500, TimeAxis.of(List.of(START), 0, 1000).x(START));
    }

    @Test
    void phasesLastFromTheirFirstEntryToTheirLastAndHoursAreAddedUp() throws IOException {
        String page = report("x");
        assertTrue(page.contains("<td class=\"word\">identification</td><td class=\"word\">2000-05-04T09:00:00Z</td>"
                + "<td class=\"word\">2000-05-04T15:00:00Z</td><td class=\"word\">6 h</td><td class=\"number\">2</td>"
                + "<td class=\"number\">1:30 h</td>"), page);
        assertTrue(page.contains("<td>ann</td><td class=\"number\">4</td><td class=\"number\">3:00 h</td>"), page);
    }
}
