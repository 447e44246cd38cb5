package org.assay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.assay.model.incident.Channel;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.PointState;
import org.assay.model.incident.SystemKind;

/** The log of those who put down the outbreak of {@link DemoFleet}: three people, five days. */
public final class DemoIncident {

    private static final String ANN = "Ann";
    private static final String BERT = "Bert";
    private static final String CARA = "Cara";
    /** The number of the entry that says that the mail connector is off. */
    private static final int MAIL = 6;

    private final List<EntryContent> entries = new ArrayList<>();

    private DemoIncident() {
    }

    /** In the order in which they were written; an entry that something is on again names the number that the first ones have in it. */
    public static List<EntryContent> entries() {
        DemoIncident log = new DemoIncident();
        log.firstDay();
        log.secondDay();
        log.afterwards();
        return List.copyOf(log.entries);
    }

    private void firstDay() {
        fact("04T08:20", ANN, FactType.FIRST_REPORT, "a clerk", "PC09 sends letters by itself that nobody wrote", 10, DemoFleet.FIRST);
        fact("04T08:30", ANN, FactType.LEADER, "", "Ann leads, Bert stands in at night", 5);
        point("04T08:31", ANN, IncidentPhase.IDENTIFICATION, "leader");
        fact("04T08:35", ANN, FactType.AGREED_CHANNEL, "", "telephones of room 12; no mail", 5);
        point("04T08:36", ANN, IncidentPhase.COMMUNICATION, "safe-channel");
        off("04T08:40", BERT, "mail connector", SystemKind.CONNECTION, "it spreads by mail", 15);
        int web = off("04T08:45", BERT, "Internet access", SystemKind.CONNECTION, "it fetches a program from a page", 10);
        int first = off("04T08:50", BERT, DemoFleet.FIRST, SystemKind.MACHINE, "it has it", 10);
        point("04T08:51", BERT, IncidentPhase.CONTAINMENT, "stop-spread");
        told("04T09:00", CARA, "everybody in the house", Channel.PUBLIC_ADDRESS, "do not open the love letter; leave machines on", 20);
        told("04T09:20", CARA, "branch offices", Channel.PHONE, "mail is down until further notice", 40);
        fact("04T10:05", ANN, FactType.NAME, "two vendors", "LoveLetter", 30);
        fact("04T10:10", ANN, FactType.KIND, "two vendors", "a worm in Visual Basic Script, by mail and chat", 5);
        fact("04T11:00", ANN, FactType.MESSAGE, "mail store", "the subject is ILOVEYOU, the attachment ends with .TXT.vbs", 25);
        fact("04T14:00", BERT, FactType.EFFECT, "fleet changes", "overwrites pictures and scripts with itself, starts by Run and"
                + " RunServices", 180);
        on("04T17:00", BERT, first, "installed anew", 90);
        on("04T17:30", BERT, web, "the page is blocked", 20);
    }

    private void secondDay() {
        fact("05T09:40", CARA, FactType.EXTENT, "calls", "a variant goes round in accounting: other names, the same script", 30);
        fact("05T11:00", ANN, FactType.FIRST_MACHINE, "fleet hosts", "PC09, 4 May, two minutes past eight", 60, DemoFleet.FIRST);
        fact("05T11:30", ANN, FactType.ORIGIN, "mail log", "a customer's letter to PC09", 20);
        fact("05T12:00", ANN, FactType.SPARED, "fleet outliers", "PC05, PC14 and PC27: Windows Scripting Host is switched off there", 45,
                DemoFleet.SPARED.stream().sorted().toArray(String[]::new));
        point("05T12:01", ANN, IncidentPhase.IDENTIFICATION, "spared");
        point("05T16:00", BERT, IncidentPhase.ERADICATION, "repair-tested");
        note("05T16:05", BERT, IncidentPhase.ERADICATION, "tried on PC01, PC17 and, clean, PC05: nothing was done there", 120);
        on("05T18:00", BERT, MAIL, "all mailboxes are clean", 60);
    }

    private void afterwards() {
        note("08T09:00", CARA, IncidentPhase.RECOVERY, "all users are logged on; no new letters since Friday", 30);
        fact("08T10:00", ANN, FactType.FAILED_DEFENCE, "", "scanners had signatures of April; attachments were not filtered", 30);
        fact("08T10:30", ANN, FactType.LESSON, "", "scripts are switched off on all machines as on the three that were spared", 15);
        fact("08T10:40", ANN, FactType.LESSON, "", "the mail connector drops attachments that are scripts", 15);
        fact("08T10:50", CARA, FactType.COST, "", "three days without mail; two pictures of the catalogue are lost", 20);
        fact("08T11:00", BERT, FactType.REMAINING, "", "PC21 has the attachment unopened: remove it", 5, DemoFleet.UNOPENED);
    }

    private void note(String at, String author, IncidentPhase phase, String text, int minutes) {
        add(at, author, phase, new EntryDetail.Note(), text, minutes);
    }

    private void fact(String at, String author, FactType type, String source, String text, int minutes, String... hosts) {
        add(at, author, type.phase(), new EntryDetail.Fact(type, source), text, minutes, hosts);
    }

    private void point(String at, String author, IncidentPhase phase, String point) {
        add(at, author, phase, new EntryDetail.PointMarked("outbreak", point, PointState.DONE), "", 0);
    }

    private void told(String at, String author, String who, Channel channel, String what, int minutes) {
        add(at, author, IncidentPhase.COMMUNICATION, new EntryDetail.Told(who, channel), what, minutes);
    }

    private int off(String at, String author, String system, SystemKind kind, String why, int minutes) {
        return add(at, author, IncidentPhase.CONTAINMENT, new EntryDetail.SwitchedOff(system, kind), why, minutes);
    }

    private void on(String at, String author, int off, String text, int minutes) {
        add(at, author, IncidentPhase.RECOVERY, new EntryDetail.SwitchedOn(off), text, minutes);
    }

    /** Gives its number. */
    private int add(String at, String author, IncidentPhase phase, EntryDetail detail, String text, int minutes, String... hosts) {
        entries.add(new EntryContent(Instant.parse("2000-05-" + at + ":00Z"), author, phase, detail, text, Duration.ofMinutes(minutes),
                Arrays.stream(hosts).<EntryReference>map(EntryReference.ToHost::new).toList()));
        return entries.size();
    }
}
