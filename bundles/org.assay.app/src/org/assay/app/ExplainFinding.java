package org.assay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.app.page.FindingPage;
import org.assay.app.page.NearestNames;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/**
 * Gives the page of a finding. The pages are the files of {@code docs/findings}, which the build puts beside this class.
 *
 * @param id the finding's code, or one that it had before
 */
public record ExplainFinding(String id) {

    /** Fails with {@link ErrorCode#WRONG_USAGE} and the nearest ids when there is no such finding. */
    public FindingPage run() {
        List<FindingType> types = new ListFindings().run();
        FindingType type = types.stream().filter(one -> one.id().equals(Finding.currentCode(id))).findFirst()
                .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "there is no finding " + id + "; the nearest are "
                        + String.join(", ", NearestNames.to(id, types.stream().map(FindingType::id).toList()))));
        return FindingPage.parse(type, text(type.id()));
    }

    private static String text(String named) {
        try (InputStream in = ExplainFinding.class.getResourceAsStream("findings/" + named + ".md")) {
            if (in == null) {
                throw new AssayException(ErrorCode.SOURCE, "the page of the finding " + named + " is missing from this installation of"
                        + " Assay; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
