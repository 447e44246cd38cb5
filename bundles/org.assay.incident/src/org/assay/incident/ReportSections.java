package org.assay.incident;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.change.Decision;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.PointState;
import org.assay.model.incident.TimelineKind;
import org.assay.model.text.Labels;
import org.assay.remedy.Html;

/** The tables of the report of an incident. */
record ReportSections(ReportContents contents, Html html) {

    private static final String HOSTS = "The list of hosts in Assay has them all.";
    private static final String CHANGES = "The list of changes in Assay has them all.";
    private static final String LOG = "The log in Assay has them all.";

    void machines() throws IOException {
        html.markup("<h2 id=\"machines\">Which machines</h2>\n");
        if (contents.hosts().hosts().isEmpty()) {
            html.markup("<p class=\"note\">No machine was compared with a baseline.</p>\n");
            return;
        }
        List<HostAnswer> hosts = contents.hosts().hosts().stream().sorted((one, other) -> one.state() != other.state()
                ? one.state().compareTo(other.state()) : Integer.compare(order(one), order(other))).toList();
        html.table(hosts, HOSTS, List.of("Host", "Group", "State", "Variant", "Order", "First trace", "Marks", "Why"), host ->
                html.markup("<td>").evidence(host.host().name()).markup("</td><td>").text(host.host().group())
                        .markup("</td><td class=\"word\">").text(Labels.of(host.state())).markup("</td><td>")
                        .text(host.variant().orElse("")).markup("</td><td class=\"number\">")
                        .text(host.order().isPresent() ? String.valueOf(host.order().getAsInt()) : "").markup("</td><td>")
                        .text(host.trace().map(trace -> trace.time().toString()).orElse("")).markup("</td><td class=\"number\">")
                        .text(String.valueOf(host.marks().size())).markup("</td><td>").text(host.why()).markup("</td>"));
    }

    private static int order(HostAnswer host) {
        return host.order().orElse(Integer.MAX_VALUE);
    }

    void changed() throws IOException {
        html.markup("<h2 id=\"changed\">What was changed on them</h2>\n");
        List<FleetChange> marks = contents.fleet().changes().stream().filter(FleetChange::isMark).sorted(Fleet.MOST_SEVERE_FIRST).toList();
        if (marks.isEmpty()) {
            html.markup("<p class=\"note\">No change is tagged quarantine or repair, and none is of high severity.</p>\n");
            return;
        }
        html.table(marks, CHANGES, List.of("Change", "Location", "Severity", "Hosts", "Decision"), change ->
                html.markup("<td class=\"word\">").text(Labels.of(change.kind())).markup("</td><td>").evidence(change.location().text())
                        .markup("</td><td class=\"word\">").text(Labels.of(change.severity())).markup("</td><td class=\"number\">")
                        .text(String.valueOf(change.hosts().count())).markup("</td><td class=\"decision\">")
                        .text(decisions(change)).markup("</td>"));
    }

    private static String decisions(FleetChange change) {
        return change.tags().entrySet().stream().map(tag -> Labels.of(tag.getKey()) + (tag.getValue().count() == change.hosts().count()
                ? "" : " on " + tag.getValue().count())).collect(Collectors.joining(", "));
    }

    void done() throws IOException {
        html.markup("<h2 id=\"done\">What was done</h2>\n<h3>Switched off</h3>\n");
        Map<Long, IncidentEntry> on = new HashMap<>();
        contents.log().entries().forEach(entry -> {
            if (entry.content().detail() instanceof EntryDetail.SwitchedOn again) {
                on.putIfAbsent(again.off(), entry);
            }
        });
        html.table(contents.log().ofKind(EntryDetail.SwitchedOff.class), LOG, List.of("System", "Kind", "Why", "Off", "By", "On again",
                "For"), entry -> off(entry, Optional.ofNullable(on.get(entry.number()))));
        html.markup("<h3>People told</h3>\n");
        html.table(contents.log().ofKind(EntryDetail.Told.class), LOG, List.of("When", "Who", "How", "What", "By"), entry -> {
            EntryDetail.Told told = (EntryDetail.Told) entry.content().detail();
            html.markup("<td class=\"word\">").text(entry.content().happened().toString()).markup("</td><td>").text(told.who())
                    .markup("</td><td class=\"word\">").text(Labels.of(told.channel())).markup("</td><td>").text(entry.content().text())
                    .markup("</td><td>").text(entry.content().author()).markup("</td>");
        });
        html.markup("<h3>Checklists</h3>\n");
        html.table(contents.checklists().stream().filter(point -> point.state() != PointState.OPEN).toList(), LOG, List.of("Checklist",
                "Point", "State", "By", "When", "Note"), point -> html.markup("<td>").text(point.checklist().title()).markup("</td><td>")
                        .text(point.point().text()).markup("</td><td class=\"word\">").text(Labels.of(point.state())).markup("</td><td>")
                        .text(point.by().map(entry -> entry.content().author()).orElse("")).markup("</td><td class=\"word\">")
                        .text(point.by().map(entry -> entry.content().happened().toString()).orElse("")).markup("</td><td>")
                        .text(point.by().map(entry -> entry.content().text()).orElse("")).markup("</td>"));
        html.markup("<p>").text(count(TimelineKind.CAPTURE) + " captures, " + count(TimelineKind.COMPARISON) + " comparisons, "
                + count(TimelineKind.EXPORT) + " exports, " + count(TimelineKind.VERIFICATION) + " captures after remediation.")
                .markup("</p>\n");
    }

    private void off(IncidentEntry entry, Optional<IncidentEntry> on) throws IOException {
        EntryDetail.SwitchedOff off = (EntryDetail.SwitchedOff) entry.content().detail();
        Optional<Instant> again = on.map(one -> one.content().happened());
        html.markup("<td>").text(off.system()).markup("</td><td class=\"word\">").text(Labels.of(off.kind())).markup("</td><td>")
                .text(entry.content().text()).markup("</td><td class=\"word\">").text(entry.content().happened().toString())
                .markup("</td><td>").text(entry.content().author()).markup("</td><td class=\"word\">")
                .text(again.map(Instant::toString).orElse("off still")).markup("</td><td class=\"word\">")
                .text(again.map(time -> SpentTime.text(Duration.between(entry.content().happened(), time))).orElse("")).markup("</td>");
    }

    private long count(TimelineKind kind) {
        return contents.timeline().events().stream().filter(event -> event.kind() == kind).count();
    }

    void left() throws IOException {
        html.markup("<h2 id=\"left\">What is left</h2>\n<ul>\n");
        List<IncidentEntry> off = contents.log().stillOff();
        for (IncidentEntry entry : off) {
            html.markup("<li>").text(((EntryDetail.SwitchedOff) entry.content().detail()).system() + " is off since "
                    + entry.content().happened() + " (entry " + entry.number() + ")").markup("</li>\n");
        }
        html.markup(off.isEmpty() ? "<li>Nothing is switched off.</li>\n" : "");
        long undecided = contents.fleet().changes().stream().filter(FleetChange::isMark)
                .filter(change -> !change.tags().containsKey(Decision.QUARANTINE) && !change.tags().containsKey(Decision.REPAIR)).count();
        html.markup("<li>").text(undecided + " changes of high severity are neither decided on nor explained.").markup("</li>\n");
        for (Checklist.Standing point : contents.checklists()) {
            if (point.state() == PointState.OPEN) {
                html.markup("<li>").text(point.checklist().title() + ": " + point.point().text()).markup("</li>\n");
            }
        }
        html.markup("</ul>\n");
    }

    void time() throws IOException {
        SpentTime spent = SpentTime.of(contents.log().entries());
        html.markup("<h2 id=\"time\">Time</h2>\n<p class=\"note\">A phase lasts from its first entry to its last; phases overlap.</p>\n");
        html.table(spent.phases(), LOG, List.of("Phase", "From", "To", "Took", "Entries", "Working time"), phase -> html
                .markup("<td class=\"word\">").text(Labels.of(phase.phase())).markup("</td><td class=\"word\">")
                .text(phase.from().toString()).markup("</td><td class=\"word\">").text(phase.to().toString())
                .markup("</td><td class=\"word\">").text(SpentTime.text(Duration.between(phase.from(), phase.to())))
                .markup("</td><td class=\"number\">").text(String.valueOf(phase.entries())).markup("</td><td class=\"number\">")
                .text(SpentTime.hours(phase.spent())).markup("</td>"));
        html.table(spent.people(), LOG, List.of("Who", "Entries", "Working time"), person -> html.markup("<td>").text(person.name())
                .markup("</td><td class=\"number\">").text(String.valueOf(person.entries())).markup("</td><td class=\"number\">")
                .text(SpentTime.hours(person.spent())).markup("</td>"));
    }
}
