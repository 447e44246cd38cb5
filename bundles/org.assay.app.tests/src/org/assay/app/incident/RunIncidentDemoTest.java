package org.assay.app.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;

/**
 * The record of the sample outbreak: nothing is off at its end, its timeline begins with the first machine, its report says how it came.
 */
class RunIncidentDemoTest {

    @Test
    void theRecordOfTheSampleOutbreakIsWholeAndItsReportTellsIt(@TempDir Path folder) throws IOException {
        RunIncidentDemo.Outcome outcome = new RunIncidentDemo(folder.resolve("demo")).run(Progress.NONE);
        String report = Files.readString(outcome.report());
        for (String said : List.of("PC09 sends letters by itself", "26 infected, 1 partly, 3 clean", "<td class=\"word\">containment</td>",
                "<td>mail connector</td><td class=\"word\">connection</td>", "1 d 9 h", "Nothing is switched off.",
                "name (two vendors): LoveLetter",
                "scripts are switched off on all machines", "<bdi class=\"evidence\">PC09</bdi>")) {
            assertTrue(report.contains(said), said);
        }
        try (Case openCase = Case.openToRead(outcome.fleet().caseFile(), CaseWait.SILENT, "")) {
            assertEquals(List.of(), new ListOpenSystems().run(openCase).off());
            assertEquals(Set.of(), missing(openCase));
            Timeline timeline = new ReadTimeline().run(openCase);
            assertEquals("PC09", timeline.events().stream().filter(event -> event.kind() == TimelineKind.FILE)
                    .filter(event -> event.at().toString().startsWith("2000-05-04")).findFirst().orElseThrow().host());
            assertEquals(Set.of(TimelineKind.ENTRY, TimelineKind.CAPTURE, TimelineKind.COMPARISON, TimelineKind.TAG, TimelineKind.EXPORT,
                    TimelineKind.FILE), timeline.events().stream().map(TimelineEvent::kind).collect(Collectors.toSet()));
            openCase.verifyAll(Progress.NONE);
            openCase.verifyLog();
        }
    }

    /** Hosts that the log speaks of and the case does not have. */
    private static Set<String> missing(Case openCase) {
        Set<String> named = openCase.incident().stream().flatMap(entry -> entry.content().references().stream())
                .map(reference -> reference.host()).collect(Collectors.toSet());
        named.removeAll(openCase.hosts());
        return named;
    }
}
