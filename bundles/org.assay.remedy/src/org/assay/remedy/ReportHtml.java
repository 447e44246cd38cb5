package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.assay.model.change.ChangeCounts;
import org.assay.model.change.Decision;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;

/**
 * Writes {@code report.html}: one page that needs nothing else, for reading and printing. A policy in it forbids scripts and every
 * request, should a name ever get through as markup.
 */
final class ReportHtml {

    private final ExportContents contents;
    private final ReportTables tables;
    private final Html html;

    private ReportHtml(ExportContents contents, Routing work, Html html) {
        this.contents = contents;
        this.tables = new ReportTables(contents, work, html);
        this.html = html;
    }

    static void write(ExportContents contents, Routing work, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ReportHtml report = new ReportHtml(contents, work, new Html(writer));
        report.head();
        report.summary();
        report.tables.leads();
        report.tables.startup();
        report.tables.changes();
        report.tables.plan();
        report.tables.manualSteps();
        report.openItems();
        report.gaps();
        report.html.markup("""
                <footer>Names and data come from the examined machine. Characters that do not show are spelled out, such as
                \\n or \\u{202e}; changes.json has everything exactly.</footer>
                </body>
                </html>
                """);
        writer.flush();
    }

    private void head() throws IOException {
        html.head("Assay remediation report").markup("<header>\n<h1>Remediation report: ")
                .text(contents.suspect().host()).markup("</h1>\n<p class=\"note\">Comparison ")
                .text(contents.comparison().id() + " of " + contents.comparison().compared()).markup("</p>\n</header>\n");
        if (ReportText.isIncomplete(contents)) {
            html.markup("<div class=\"warning\"><p><strong>Not everything could be read.</strong></p><p>").text("The baseline is "
                    + ReportText.lower(contents.baseline().state()) + " with " + gapCount(contents.unreadInBaseline()) + ", the suspect is "
                    + ReportText.lower(contents.suspect().state()) + " with " + gapCount(contents.unreadInSuspect())
                    + ". What lies in a gap is not known to be clean, and what is not listed here is not known to be unchanged.")
                    .markup("</p><p><a href=\"#gaps\">The gaps</a></p></div>\n");
        }
        if (!contents.notCompared().isEmpty()) {
            html.markup("<div class=\"warning\"><p><strong>Not everything was compared.</strong>"
                    + " The two snapshots were not asked for the same,"
                    + " and nothing here says what is new or gone there:</p>\n<ul>\n");
            for (Gap gap : contents.notCompared()) {
                html.markup("<li>").text(gap.detail()).markup("</li>\n");
            }
            html.markup("</ul></div>\n");
        }
        html.markup("""
                <nav><a href="#leads">Leads</a><a href="#startup">Startup entries</a><a href="#changes">Changes</a><a href="#plan">Plan</a>
                <a href="#manual">Manual steps</a><a href="#open">Open items</a></nav>
                """);
    }

    private static String gapCount(List<Gap> gaps) {
        return gaps.size() == 1 ? "1 gap" : gaps.size() + " gaps";
    }

    private void summary() throws IOException {
        html.markup("<h2 id=\"summary\">Summary</h2>\n<table>\n");
        html.row("Changes", contents.changes().isEmpty() ? "none" : ReportText.counts(contents.comparison()));
        ChangeCounts counts = ChangeCounts.of(contents.changes().stream().map(TaggedChange::change)::iterator);
        html.row("By severity", ReportText.severities(counts));
        html.row("By finding", ReportText.findings(counts));
        html.row("Leads", contents.leads().isEmpty() ? "none" : String.valueOf(contents.leads().size()));
        html.row("Decisions", ReportText.decisions(contents.changes()));
        html.row("Plan", tables.planInWords());
        html.row("Startup catalogues", ReportText.catalogues(contents.catalogues()));
        html.row("Digest of the case", contents.digest().map(digest -> digest.shortText() + " (SHA-256 " + digest.hex() + ")")
                .orElse("none"));
        for (String remark : ReportText.basis(contents)) {
            html.row("Remark", remark);
        }
        for (String remark : contents.caseRemarks()) {
            html.row("Remark", remark);
        }
        html.markup("</table>\n<table>\n<thead><tr><th></th><th>Baseline</th><th>Suspect</th></tr></thead>\n<tbody>\n");
        Snapshot baseline = contents.baseline();
        Snapshot suspect = contents.suspect();
        both("Host", baseline.host(), suspect.host());
        both("Snapshot", named(baseline), named(suspect));
        both("State", ReportText.lower(baseline.state()), ReportText.lower(suspect.state()));
        both("Started", baseline.started().toString(), suspect.started().toString());
        both("Finished", finished(baseline), finished(suspect));
        both("Read from", ReportText.sources(baseline), ReportText.sources(suspect));
        both("Items", String.valueOf(baseline.coverage().items()), String.valueOf(suspect.coverage().items()));
        both("Bytes hashed", String.valueOf(baseline.coverage().hashedBytes()), String.valueOf(suspect.coverage().hashedBytes()));
        both("Gaps", gapCount(contents.unreadInBaseline()), gapCount(contents.unreadInSuspect()));
        both("Digest", baseline.digest().map(Bytes::hex).orElse("none"), suspect.digest().map(Bytes::hex).orElse("none"));
        html.markup("</tbody>\n</table>\n");
    }

    private void both(String head, String baseline, String suspect) throws IOException {
        html.markup("<tr><th scope=\"row\">").markup(head).markup("</th><td>").text(baseline).markup("</td><td>").text(suspect)
                .markup("</td></tr>\n");
    }

    private static String named(Snapshot snapshot) {
        return snapshot.id() + ", " + ReportText.lower(snapshot.role()) + (snapshot.label().isEmpty() ? "" : ", " + snapshot.label());
    }

    private static String finished(Snapshot snapshot) {
        return snapshot.finished().map(Instant::toString).orElse("not");
    }

    private void openItems() throws IOException {
        html.markup("<h2 id=\"open\">Open items</h2>\n");
        List<TaggedChange> investigate = PickedRows.where(contents.changes(),
                change -> change.tag().filter(tag -> tag.decision() == Decision.INVESTIGATE).isPresent());
        List<TaggedChange> untagged = PickedRows.where(contents.changes(), change -> change.tag().isEmpty());
        html.markup("<p>").text(investigate.size() + " changes are to be investigated and " + untagged.size()
                + " have no decision. The plan does not touch them.").markup("</p>\n");
        tables.open("To be investigated", investigate);
        tables.open("Without a decision", untagged);
    }

    private void gaps() throws IOException {
        if (!contents.unreadInBaseline().isEmpty() || !contents.unreadInSuspect().isEmpty()) {
            html.markup("<h2 id=\"gaps\">What could not be read</h2>\n");
            tables.gaps("Baseline", contents.unreadInBaseline());
            tables.gaps("Suspect", contents.unreadInSuspect());
        } else if (ReportText.isIncomplete(contents)) {
            html.markup("<h2 id=\"gaps\">What could not be read</h2>\n"
                    + "<p>A capture did not end as it should; it left no list of gaps.</p>\n");
        }
    }
}
