package org.assay.incident;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.fleet.HostState;
import org.assay.model.incident.EntryLabels;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.model.text.Labels;
import org.assay.remedy.Html;

/**
 * Writes the report of an incident: one page that needs nothing else, for reading and printing. A policy in it forbids scripts and every
 * request, should a name ever get through as markup.
 */
public final class IncidentReport {

    private static final String WHOLE = "The timeline in Assay has all.";

    private final ReportContents contents;
    private final ReportSections sections;
    private final Html html;

    private IncidentReport(ReportContents contents, Html html) {
        this.contents = contents;
        this.html = html;
        this.sections = new ReportSections(contents, html);
    }

    /** Writes it in UTF-8. */
    public static void write(ReportContents contents, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new IncidentReport(contents, new Html(writer)).write();
        writer.flush();
    }

    private void write() throws IOException {
        html.head("Incident report").markup("<header>\n<h1>Incident report</h1>\n<p class=\"note\">").text(contents.file() + ", "
                + contents.made()).markup("</p>\n</header>\n");
        if (!contents.log().stillOff().isEmpty()) {
            html.markup("<div class=\"warning\"><p><strong>").text(contents.log().stillOff().size() + " switched off still.")
                    .markup("</strong> <a href=\"#left\">What is left</a></p></div>\n");
        }
        html.markup("""
                <nav><a href="#when">What happened when</a><a href="#machines">Machines</a><a href="#how">How it came</a>
                <a href="#changed">What was changed</a><a href="#done">What was done</a><a href="#left">What is left</a>
                <a href="#time">Time</a><a href="#defences">Defences</a><a href="#next">Before the next one</a></nav>
                """);
        summary();
        when();
        sections.machines();
        heading("how", "How it came");
        facts("Nothing is noted on how it came.", FactType.FIRST_REPORT, FactType.NAME, FactType.KIND, FactType.ORIGIN,
                FactType.FIRST_MACHINE, FactType.MESSAGE);
        sections.changed();
        facts("", FactType.EFFECT);
        sections.done();
        facts("", FactType.LEADER, FactType.TEAM, FactType.AGREED_CHANNEL);
        sections.left();
        facts("", FactType.REMAINING);
        sections.time();
        facts("", FactType.COST);
        heading("defences", "Which defences failed");
        facts("Nothing is noted on defences.", FactType.FAILED_DEFENCE, FactType.EXTENT, FactType.SPARED);
        heading("next", "Before the next one");
        facts("Nothing is noted on what to do before the next one.", FactType.LESSON);
        html.markup("""
                <footer>Names and data come from examined machines and from those who kept the log. Characters that do not show are
                spelled out, such as \\n or \\u{202e}. Times are UTC.</footer>
                </body>
                </html>
                """);
    }

    private void summary() throws IOException {
        SpentTime spent = SpentTime.of(contents.log().entries());
        html.markup("<h2 id=\"summary\">Summary</h2>\n<table>\n");
        html.row("State", contents.log().isClosed() ? "closed" : "open");
        html.row("Hosts", contents.hosts().hosts().isEmpty() ? "none compared" : states());
        html.row("Entries of the log", String.valueOf(contents.log().entries().size()));
        html.row("Working time noted", SpentTime.hours(spent.all()) + " by " + spent.people().size()
                + (spent.people().size() == 1 ? " person" : " people"));
        html.row("Digest of the case", contents.digest().orElse("none"));
        html.markup("</table>\n");
    }

    private String states() {
        return String.join(", ", List.of(HostState.values()).stream().filter(state -> !contents.hosts().in(state).isEmpty())
                .map(state -> contents.hosts().in(state).count() + " " + Labels.of(state)).toList());
    }

    private void when() throws IOException {
        heading("when", "What happened when");
        Charts charts = new Charts(html);
        charts.timeline(contents.timeline());
        html.markup("<h3>Infected hosts by state</h3>\n");
        HostStates states = HostStates.of(contents.hosts(), contents.timeline());
        if (states.steps().isEmpty()) {
            html.markup("<p class=\"note\">No host is known to be infected.</p>\n");
        }
        charts.hosts(states);
        List<TimelineEvent> events = contents.timeline().events().stream().filter(event -> event.kind() != TimelineKind.FILE).toList();
        html.markup("<h3>Events</h3>\n");
        html.table(events, WHOLE, List.of("When", "What", "Host", "By", "Event"), event -> html.markup("<td class=\"word\">")
                .text(event.at().toString()).markup("</td><td class=\"word\">").text(Labels.of(event.kind())).markup("</td><td>")
                .evidence(event.host()).markup("</td><td>").text(event.who()).markup("</td><td>").text(event.text()).markup("</td>"));
        if (contents.timeline().leftOut() > 0) {
            html.markup("<p class=\"note\">").text("Of tagged files the chart has the earliest times; " + contents.timeline().leftOut()
                    + " later ones are not in it.").markup("</p>\n");
        }
    }

    /** @param title of our own */
    private void heading(String id, String title) throws IOException {
        html.markup("<h2 id=\"" + id + "\">" + title + "</h2>\n");
    }

    /** The facts of some types, in that order; {@code otherwise}, a sentence of our own, when there are none. */
    private void facts(String otherwise, FactType... types) throws IOException {
        boolean any = false;
        for (FactType type : types) {
            for (IncidentEntry entry : contents.log().facts(type)) {
                html.markup(any ? "" : "<ul>\n").markup("<li>").text(EntryLabels.text(entry.content())).markup(" <span class=\"note\">")
                        .text("entry " + entry.number() + ", " + entry.content().author()).markup("</span></li>\n");
                any = true;
            }
        }
        html.markup(any ? "</ul>\n" : otherwise.isEmpty() ? "" : "<p class=\"note\">" + otherwise + "</p>\n");
    }
}
