package org.assay.app.verify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;
import org.assay.model.text.FailureText;
import org.assay.model.text.Visible;
import org.assay.remedy.VerificationReport;
import org.assay.remedy.VerificationReport.Row;

/**
 * The page that tells people what a verification found.
 *
 * @param decided the comparison with the decisions
 * @param later the baseline compared with {@code snapshot}
 * @param gaps what is not known
 */
public record VerificationPage(Comparison decided, Comparison later, Snapshot snapshot, RemediationCheck check, List<Gap> gaps) {

    public VerificationPage {
        gaps = List.copyOf(gaps);
    }

    /**
     * Writes it; only the owner can read it.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when something is there already, or it cannot be written
     */
    public void write(Path file) {
        try (OutputStream out = new BufferedOutputStream(OwnerOnly.create(file))) {
            report().write(out);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The report " + Visible.text(file.toString()) + " cannot be written: "
                    + FailureText.of(e)
                    + ". Name a new file in a folder in which there is room.", e);
        }
    }

    private VerificationReport report() {
        List<String> basis = List.of("decisions of comparison " + decided.id() + " of " + decided.compared(),
                "compared again in comparison " + later.id() + " of " + later.compared(),
                "snapshot " + snapshot.id() + ", " + Labels.of(snapshot.state()) + ", " + snapshot.started() + ", digest "
                        + snapshot.digest().map(Bytes::hex).orElse("none"),
                check.fresh().size() + " changes are new since, " + check.severe().size() + " of them above low");
        return new VerificationReport(snapshot.host(), later.compared(), basis, check.isClean(),
                check.decisions().stream().map(VerificationPage::row).toList(), check.severe().stream().map(VerificationPage::row).toList(),
                gaps);
    }

    private static Row row(CheckedDecision checked) {
        Change change = checked.decided().change();
        Tag tag = checked.decided().tag().orElseThrow();
        return new Row(checked.outcome().word(), change.number(), Labels.of(tag.decision()) + ", " + tag.analyst() + ", " + tag.decided()
                + (tag.note().isEmpty() ? "" : ": " + tag.note()), change.location().text(), checked.sentence());
    }

    private static Row row(Change change) {
        return new Row("new", change.number(), Labels.of(change.severity()), change.location().text(), Labels.of(change.kind())
                + change.findings().stream().findFirst().map(Finding::sentence).map(sentence -> ": " + sentence).orElse(""));
    }
}
