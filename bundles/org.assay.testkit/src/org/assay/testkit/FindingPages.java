package org.assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.text.Labels;

/** The pages of findings as they lie in the repository, {@code docs/findings/<id>.md}. */
public final class FindingPages {

    private static final String FENCE = "```";

    private FindingPages() {
    }

    /** The folder of the pages. */
    public static Path folder() {
        return Checkout.find("docs/findings");
    }

    /** The page of one finding, as it is written. */
    public static String page(String id) {
        try {
            return Files.readString(folder().resolve(id + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the example on the page of {@code id} is what the workbench says of those {@code changes} that have this finding. */
    public static void checkExample(String id, List<Change> changes) {
        String said = changes.stream().flatMap(change -> change.findings().stream().filter(finding -> finding.code().equals(id))
                .map(finding -> said(change, finding))).collect(Collectors.joining("\n"));
        String[] parts = page(id).split(FENCE);
        assertEquals(said, parts.length == 3 ? parts[1].strip() : page(id), "the example of " + id);
    }

    private static String said(Change change, Finding finding) {
        String severity = finding.severity().name();
        return "#" + change.number() + "  " + Labels.of(change.kind()) + "  " + change.location().text() + "\n"
                + severity.charAt(0) + Labels.of(finding.severity()).substring(1) + ": " + finding.sentence();
    }
}
