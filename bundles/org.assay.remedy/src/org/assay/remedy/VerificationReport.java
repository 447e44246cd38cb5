package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assay.model.snapshot.Gap;

/**
 * What a verification found, as one page for reading and printing: by the rules of {@link ReportHtml}, nothing in it is loaded or run.
 *
 * @param host the machine
 * @param verified when the later snapshot was compared
 * @param basis what was compared and for whom, a sentence without a full stop each
 * @param clean whether everything decided on is as in the baseline, and nothing severe is new
 * @param decided each decision with what became of it
 * @param fresh what is new since and above LOW
 * @param gaps what could not be read or was not asked for
 */
public record VerificationReport(String host, Instant verified, List<String> basis, boolean clean, List<Row> decided, List<Row> fresh,
        List<Gap> gaps) {

    private static final String WHOLE_LIST = "The same verification as JSON lists all of them.";
    private static final int BAR_WIDTH = 600;
    private static final int BAR_HEIGHT = 22;

    /**
     * A decision, or what is new.
     *
     * @param outcome what became of it, in words
     * @param change the number of the change
     * @param decision what was decided, by whom and when, or how severe what is new is
     * @param location where, of the evidence
     * @param detail what was seen, with words of the evidence
     */
    public record Row(String outcome, int change, String decision, String location, String detail) {
    }

    public VerificationReport {
        basis = List.copyOf(basis);
        decided = List.copyOf(decided);
        fresh = List.copyOf(fresh);
        gaps = List.copyOf(gaps);
    }

    /** Writes the page in UTF-8; {@code out} stays open. */
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Html html = new Html(writer);
        html.head("Assay verification report").markup("<header>\n<h1>Verification: ").text(host).markup("</h1>\n<p class=\"note\">")
                .text(verified.toString()).markup("</p>\n</header>\n");
        summary(html);
        html.markup("<h2 id=\"decisions\">Decisions</h2>\n");
        table(html, decided, "Decided");
        html.markup("<h2 id=\"new\">New since, above low</h2>\n");
        table(html, fresh, "Severity");
        if (!gaps.isEmpty()) {
            html.markup("<h2 id=\"gaps\">What is not known</h2>\n");
            html.table(gaps, WHOLE_LIST, List.of("Place", "Why"), gap -> html.markup("<td>").evidence(gap.location().text())
                    .markup("</td><td>").text(gap.detail()).markup("</td>"));
        }
        html.markup("<footer>Names come from the examined machine. Characters that do not show are spelled out.</footer>\n")
                .markup("</body>\n</html>\n");
        writer.flush();
    }

    private void summary(Html html) throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        decided.forEach(row -> outcomes.merge(row.outcome(), 1, Integer::sum));
        html.markup(clean ? "<p><strong>The machine is clean.</strong> Everything that was decided on is as in the baseline, and nothing"
                + " severe is new.</p>\n" : "<div class=\"warning\"><p><strong>The machine is not clean, or not known to be.</strong></p>"
                + "<p>What is not resolved is listed below; " + fresh.size() + " changes above low are new.</p></div>\n");
        if (!gaps.isEmpty()) {
            html.markup("<p><a href=\"#gaps\">Not everything could be read</a>: what lies in a gap is not known to be clean.</p>\n");
        }
        html.markup("<h2 id=\"summary\">Summary</h2>\n");
        bars(html, outcomes);
        html.markup("<table>\n");
        for (String sentence : basis) {
            html.row("Basis", sentence);
        }
        html.markup("</table>\n");
    }

    /** How many decisions came to which end, as bars. */
    private void bars(Html html, Map<String, Integer> outcomes) throws IOException {
        html.markup("<svg role=\"img\" width=\"" + BAR_WIDTH + "\" height=\"" + outcomes.size() * BAR_HEIGHT + "\">\n");
        int at = 0;
        for (Map.Entry<String, Integer> outcome : outcomes.entrySet()) {
            int top = at++ * BAR_HEIGHT;
            int width = Math.max(2, BAR_WIDTH / 2 * outcome.getValue() / decided.size());
            html.markup("<rect x=\"0\" y=\"" + (top + 3) + "\" width=\"" + width + "\" height=\"" + (BAR_HEIGHT - 6)
                    + "\" fill=\"#24425f\"/><text x=\"" + (width + 8) + "\" y=\"" + (top + BAR_HEIGHT - 6) + "\">")
                    .text(outcome.getValue() + " " + outcome.getKey()).markup("</text>\n");
        }
        html.markup("</svg>\n");
    }

    private static void table(Html html, List<Row> rows, String decided) throws IOException {
        if (rows.isEmpty()) {
            html.markup("<p>None.</p>\n");
            return;
        }
        html.table(rows, WHOLE_LIST, List.of("Outcome", "Change", decided, "Place", "Seen"), row -> html.markup("<td class=\"word\">")
                .text(row.outcome()).markup("</td><td class=\"number\">").text(String.valueOf(row.change()))
                .markup("</td><td class=\"decision\">").text(row.decision()).markup("</td><td>").evidence(row.location())
                .markup("</td><td>").text(row.detail()).markup("</td>"));
    }
}
