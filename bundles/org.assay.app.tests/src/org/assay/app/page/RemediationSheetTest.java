package org.assay.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.app.Case;
import org.assay.app.ExportRemediation;
import org.assay.app.RunDemo;
import org.assay.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediationSheetTest {

    @TempDir
    private Path folder;

    @Test
    void itSaysInOrderWhatAnExportWouldHoldAndLeavesNothingBehind() throws Exception {
        RunDemo.Outcome demo = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
        List<String> before = previews();
        try (Case openCase = Case.open(demo.caseFile())) {
            int logged = openCase.custody().size();
            RemediationSheet sheet = ExportRemediation.preview(openCase, demo.changes().comparison().id());

            assertEquals(IntStream.rangeClosed(1, demo.export().actions() + demo.export().manualSteps()).boxed().toList(),
                    sheet.steps().stream().map(PlanStep::number).toList());
            assertEquals(demo.export().manualSteps(), sheet.manualSteps());
            for (PlanStep step : sheet.steps()) {
                assertFalse(step.what().isEmpty() || step.reason().isEmpty(), step::toString);
                assertTrue(step.phase().equals("restart") || step.carriers().isEmpty() != step.byHand().isEmpty(), step::toString);
            }
            for (RemediationSheet.Preview file : sheet.files()) {
                String exported = Files.readString(demo.export().folder().resolve(file.name()),
                        file.name().endsWith(".reg") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
                assertTrue(file.isWhole());
                if (file.name().endsWith(".reg")) {
                    assertEquals(exported, file.text(), file.name());
                }
            }
            assertTrue(sheet.files().stream().map(RemediationSheet.Preview::name).toList()
                    .containsAll(List.of("README.txt", "remedy.sh", "repair.reg", "undo.reg")));
            assertEquals(logged, openCase.custody().size(), "a preview is no export");
        }
        assertEquals(before, previews());
    }

    private static List<String> previews() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("assay-preview")).sorted().toList();
        }
    }
}
