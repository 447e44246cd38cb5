package org.assay.remedy;

import java.io.IOException;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.Lead;
import org.assay.model.change.PickedRows;
import org.assay.model.change.Score;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.FieldDifference;
import org.assay.model.snapshot.Gap;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.remedy.plan.Step;
import org.assay.remedy.plan.Action.ManualStep;

/** The tables of the report. A long one is cut, and says so and where the rest is. */
final class ReportTables {

    private static final int MAX_NUMBERS = 20;

    private final ExportContents contents;
    private final Routing work;
    private final Html html;

    ReportTables(ExportContents contents, Routing work, Html html) {
        this.contents = contents;
        this.work = work;
        this.html = html;
    }

    void leads() throws IOException {
        html.markup("<h2 id=\"leads\">Leads</h2>\n");
        if (contents.leads().isEmpty()) {
            html.markup("<p>There are none: no change is above low and unexplained.</p>\n");
            return;
        }
        html.table(contents.leads(), "The leads in Assay are all of them.", List.of("Severity", "Changes", "Story"), lead -> {
            html.markup("<td class=\"word\">");
            mark(lead.severity());
            html.markup("</td><td>").text(numbers(lead)).markup("</td><td>");
            for (String sentence : lead.story()) {
                html.markup("<p>").evidence(sentence).markup("</p>");
            }
            html.markup("</td>");
        });
    }

    private static String numbers(Lead lead) {
        String shown = lead.changes().stream().limit(MAX_NUMBERS).map(change -> String.valueOf(change.number()))
                .collect(Collectors.joining(", "));
        return lead.changes().size() > MAX_NUMBERS ? shown + " and " + (lead.changes().size() - MAX_NUMBERS) + " more" : shown;
    }

    void startup() throws IOException {
        html.markup("<h2 id=\"startup\">Startup entries</h2>\n");
        List<StartupRow> rows = contents.startup().stream().sorted(StartupRow.MOST_SEVERE_FIRST).toList();
        long changed = rows.stream().filter(row -> row.change() != EntryChange.UNCHANGED).count();
        html.markup("<p>").text(rows.size() + " startup entries, " + changed + " of which differ from the baseline.").markup("</p>\n");
        if (!rows.isEmpty()) {
            html.table(rows, "The workbench lists all of them.", List.of("Severity", "Entry", "Launch target", "Verdict"),
                    this::startupRow);
        }
    }

    private void startupRow(StartupRow row) throws IOException {
        StartupEntry entry = row.entry();
        html.markup("<td class=\"word\">");
        mark(row.severity());
        html.markup("</td><td><p>").text(entry.title()).markup(entry.technique().isEmpty() ? "" : " <span class=\"note\">")
                .text(entry.technique()).markup(entry.technique().isEmpty() ? "" : "</span>").markup("</p><p>")
                .evidence(entry.location().text()).markup("</p><p>").evidence(entry.label()).markup("</p></td><td><p>")
                .evidence(entry.command()).markup("</p>");
        if (!entry.targetPath().isEmpty()) {
            html.markup("<p class=\"note\">File: ").evidence(entry.targetPath()).markup("</p>");
        }
        html.markup("</td><td><p>Entry ").text(ReportText.lower(row.change())).markup(", file ").text(ReportText.lower(row.target()))
                .markup("</p><p>").text(row.sentence()).markup("</p></td>");
    }

    void changes() throws IOException {
        html.markup("<h2 id=\"changes\">Changes</h2>\n");
        for (Severity severity : Arrays.asList(Severity.values()).reversed()) {
            List<TaggedChange> group = Score.sorted(PickedRows.where(contents.changes(),
                    tagged -> tagged.change().severity() == severity), TaggedChange::change);
            if (!group.isEmpty()) {
                html.markup("<h3>");
                mark(severity);
                html.markup(" ").text(group.size() == 1 ? "1 change" : group.size() + " changes").markup("</h3>\n");
                html.table(group, "All of them are in changes.csv and changes.json.", List.of("Number", "Kind", "What", "Decision"),
                        this::changeRow);
            }
        }
        if (contents.changes().isEmpty()) {
            html.markup("<p>There are none.</p>\n");
        }
    }

    private void changeRow(TaggedChange tagged) throws IOException {
        Change change = tagged.change();
        numberAndKind(change);
        html.markup("<td><p>").evidence(change.location().text()).markup("</p>");
        if (change.kind() == ChangeKind.MOVED) {
            html.markup("<p class=\"note\">From ").evidence(change.before().orElseThrow().location().text()).markup("</p>");
        }
        List<FieldDifference> differences = change.differences();
        if (!differences.isEmpty()) {
            html.markup("<p class=\"note\">Differs: ").evidence(differences.stream().map(FieldDifference::text)
                    .collect(Collectors.joining("; "))).markup("</p>");
        }
        if (change.before().isPresent()) {
            html.markup("<p class=\"note\">Before: ").evidence(ReportText.item(change.before().get())).markup("</p>");
        }
        if (change.after().isPresent()) {
            html.markup("<p class=\"note\">Now: ").evidence(ReportText.item(change.after().get())).markup("</p>");
        }
        for (Finding finding : change.findings()) {
            html.markup("<p>");
            mark(finding.severity());
            html.markup(" ").text(finding.sentence()).markup("</p>");
        }
        if (change.explanation().isPresent()) {
            html.markup("<p>Explained by ").evidence(change.explanation().get().text()).markup("</p>");
        }
        html.markup("</td><td class=\"decision\">");
        decision(tagged);
        html.markup("</td>");
    }

    private void decision(TaggedChange tagged) throws IOException {
        if (tagged.tag().isEmpty()) {
            html.markup("<span class=\"note\">none</span>");
            return;
        }
        Tag tag = tagged.tag().get();
        html.markup("<p><strong>").text(ReportText.lower(tag.decision())).markup("</strong></p>");
        if (!tag.note().isEmpty()) {
            html.markup("<p>").text(tag.note()).markup("</p>");
        }
        html.markup("<p class=\"note\">").text(tag.analyst() + ", " + tag.decided()).markup("</p>");
    }

    void plan() throws IOException {
        html.markup("<h2 id=\"plan\">Plan</h2>\n<p>In this order; README.txt has the commands.</p>\n");
        if (!contents.plan().steps().isEmpty()) {
            html.table(contents.plan().steps(), "plan.json has all of them.", List.of("Step", "Change", "By", "What", "Why"),
                    this::planRow);
        }
    }

    private void planRow(Step step) throws IOException {
        List<String> carriers = new ArrayList<>(work.carriers(step));
        if (carriers.isEmpty() || work.byHand().containsKey(step.number())) {
            carriers.add("hand");
        }
        html.markup("<td class=\"number\">").text(String.valueOf(step.number())).markup("</td><td class=\"number\">")
                .text(String.valueOf(step.action().change())).markup("</td><td class=\"word\">")
                .text(String.join(", ", carriers)).markup("</td><td><p>")
                .evidence(step.action().location().text()).markup("</p><p>").text(ReportText.action(step.action())).markup("</p></td><td>")
                .text(step.reason()).markup("</td>");
    }

    /** How much of the plan is done by what. */
    String planInWords() {
        return work.registry().size() + " registry changes by repair.reg, " + work.shell().size() + " steps about files by remedy.sh ("
                + work.batch().size() + " of them by remedy.cmd too), " + work.byHand().size() + " manual steps";
    }

    void manualSteps() throws IOException {
        html.markup("<h2 id=\"manual\">Manual steps</h2>\n");
        if (work.manual().isEmpty()) {
            html.markup("<p>There are none.</p>\n");
            return;
        }
        html.markup("<p>Numbered M1 and so on in README.txt. Those about the registry come first and are done before any file is moved."
                + "</p>\n<ol class=\"steps\">\n");
        for (ManualStep step : work.manual().subList(0, Math.min(work.manual().size(), Html.MAX_TABLE_ROWS))) {
            html.markup("<li><p>Change ").text(String.valueOf(step.change())).markup(": ").evidence(step.location().text())
                    .markup("</p><p>").text(step.why()).markup("</p><ul>");
            for (String one : step.steps()) {
                html.markup("<li>").text(one).markup("</li>");
            }
            html.markup("</ul></li>\n");
        }
        html.markup("</ol>\n");
        html.cut(work.manual(), "README.txt has all of them.");
    }

    void open(String title, List<TaggedChange> open) throws IOException {
        if (!open.isEmpty()) {
            html.markup("<h3>").markup(title).markup("</h3>\n");
            List<TaggedChange> sorted = Score.sorted(open, TaggedChange::change);
            html.table(sorted, "All of them are in changes.csv.", List.of("Number", "Kind", "Severity", "Where", "Note"), tagged -> {
                numberAndKind(tagged.change());
                html.markup("<td class=\"word\">");
                mark(tagged.change().severity());
                html.markup("</td><td>").evidence(tagged.change().location().text()).markup("</td><td>")
                        .text(tagged.tag().map(Tag::note).orElse("")).markup("</td>");
            });
        }
    }

    void gaps(String title, List<Gap> gaps) throws IOException {
        if (!gaps.isEmpty()) {
            html.markup("<h3>").markup(title).markup("</h3>\n");
            html.table(gaps, "All of them are in changes.json.", List.of("Where", "Why", "Detail"),
                    gap -> html.markup("<td>").evidence(gap.location().text()).markup("</td><td class=\"word\">")
                            .text(ReportText.lower(gap.reason())).markup("</td><td>").text(gap.detail()).markup("</td>"));
        }
    }

    private void numberAndKind(Change change) throws IOException {
        html.markup("<td class=\"number\">").text(String.valueOf(change.number())).markup("</td><td class=\"word\">")
                .text(ReportText.lower(change.kind())).markup("</td>");
    }

    private void mark(Severity severity) throws IOException {
        String label = ReportText.lower(severity);
        html.markup("<span class=\"mark ").markup(label).markup("\">").markup(label).markup("</span>");
    }
}
