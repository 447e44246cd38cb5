package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetVerdict;

/** The demo is the whole way once: what an analyst must see of two real worms. */
class DemoTest {

    @TempDir
    private Path folder;

    @Test
    void theWormsTracesAreAtTheTop() {
        RunDemo.Outcome outcome = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
        List<String> severe = outcome.changes().changes().stream().filter(row -> row.change().severity() == Severity.HIGH)
                .map(row -> row.change().location().text()).toList();
        for (String trace : List.of("C:\\WINDOWS\\SYSTEM\\MSKernel32.vbs", "C:\\WINDOWS\\Win32DLL.vbs", "C:\\WINDOWS\\SYSTEM\\FILES32.VXD",
                "C:\\WINDOWS\\SYSTEM\\LOVE-LETTER-FOR-YOU.TXT.vbs",
                "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run [MSKernel32]",
                "HKLM\\Software\\CLASSES\\exefile\\shell\\open\\command [(Default)]")) {
            assertTrue(severe.stream().anyMatch(trace::equalsIgnoreCase), trace + " in " + severe);
        }
        assertEquals(SnapshotState.COMPLETE, outcome.changes().baseline().state());
        assertEquals(SnapshotState.COMPLETE, outcome.changes().suspect().state());
    }

    @Test
    void everyWormStartIsJoinedWithItsFile() {
        RunDemo.Outcome outcome = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
        assertStarts(outcome, "MSKernel32", EntryChange.ADDED, "MSKernel32.vbs", TargetVerdict.ADDED);
        assertStarts(outcome, "Win32DLL", EntryChange.ADDED, "Win32DLL.vbs", TargetVerdict.ADDED);
        StartupRow exefile = outcome.startup().rows().stream().filter(row -> row.entry().command().contains("FILES32.VXD \"%1\""))
                .findFirst().orElseThrow();
        assertEquals(EntryChange.CHANGED, exefile.change());
        assertEquals(TargetVerdict.ADDED, exefile.target());
        assertEquals(Severity.HIGH, exefile.severity());
    }

    @Test
    void whatIsDecidedIsExportedAndNothingElseIsTouched() throws IOException {
        RunDemo.Outcome outcome = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
        assertTrue(outcome.export().files().stream().allMatch(Files::isRegularFile));
        assertEquals(List.of("changes.csv", "changes.json", "plan.json", "remedy.cmd", "remedy.sh", "repair-regedit4.reg",
                "repair.reg", "report.html", "undo-regedit4.reg", "undo.reg"),
                outcome.export().files().stream().map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("repair.*|remedy.*|changes.*|plan.*|report.*|undo.*")).sorted().toList());
        assertEquals(0, outcome.export().manualSteps(), "all 34 decisions are carried out by an import or a script");
        assertEquals(11, outcome.export().files().stream().filter(file -> file.getParent().endsWith("gold")).count());
        try (Stream<Path> beside = Files.list(folder)) {
            assertEquals("demo", beside.map(path -> path.getFileName().toString()).collect(Collectors.joining(",")));
        }
        try (Case reopened = Case.open(outcome.caseFile())) {
            assertEquals(outcome.changes(), new ListChanges(1).run(reopened));
        }
    }

    @Test
    void aFolderWithAnythingInItIsRefused() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep");
        assertThrows(AssayException.class, () -> new RunDemo(folder).run(Progress.NONE));
        assertEquals("keep", Files.readString(precious));
    }

    private static void assertStarts(RunDemo.Outcome outcome, String label, EntryChange change, String target, TargetVerdict verdict) {
        StartupRow row = outcome.startup().rows().stream().filter(one -> one.entry().label().equals(label)).findFirst().orElseThrow();
        assertEquals(change, row.change());
        assertTrue(row.entry().targetPath().endsWith(target), row.entry().targetPath());
        assertEquals(verdict, row.target());
        assertEquals(Severity.HIGH, row.severity());
    }
}
