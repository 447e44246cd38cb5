package org.assay.remedy;

import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.testkit.Golden;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemediationExportTest {

    @TempDir
    private Path folder;

    private List<String> write(ExportContents contents) {
        Path out = folder.resolve("out");
        return new RemediationExport().write(contents, out).files().stream().map(file -> out.relativize(file).toString()).toList();
    }

    /** What every export holds, in the order in which it is written. */
    private static final List<String> ALWAYS = List.of("plan.json", "changes.json", "changes.csv", "report.html", "SHA256SUMS",
            "README.txt");

    /** Each step in the registry has files of its own. */
    private static List<String> withoutSteps(List<String> names) {
        assertTrue(names.stream().filter(name -> name.startsWith("registry/"))
                .allMatch(name -> name.matches("registry/(clear|probe|[0-9]+-(do|undo|before|after|tree))\\.reg")), names::toString);
        return names.stream().filter(name -> !name.startsWith("registry/")).toList();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.txt", "plan.json", "changes.json", "changes.csv", "remedy.sh", "remedy.cmd", "report.html",
            "registry-step.cmd", "indicators/sha256.txt", "indicators/files.yar", "indicators/stix.json", "indicators/sigma.yml",
            "SHA256SUMS"})
    void everyTextIsAsItWasReadAndAgreed(String name) throws IOException {
        write(Outbreak.contents());
        Golden.check(RemediationExportTest.class, "outbreak/" + name, text(name));
    }

    @Test
    void theRepairFileIsAsItWasReadAndAgreed() throws IOException {
        write(Outbreak.contents());
        Golden.check(RemediationExportTest.class, "outbreak/repair.reg.txt",
                Files.readString(folder.resolve("out/repair.reg"), StandardCharsets.UTF_16));
        Golden.check(RemediationExportTest.class, "outbreak/repair-regedit4.reg.txt", text("repair-regedit4.reg"));
        Golden.check(RemediationExportTest.class, "outbreak/undo.reg.txt",
                Files.readString(folder.resolve("out/undo.reg"), StandardCharsets.UTF_16));
    }

    @Test
    void theReadMeIsWrittenLastAndEveryFileIsThere() throws IOException {
        List<String> names = write(Outbreak.contents());
        assertEquals(List.of("gold/" + sha256("[windows]\r\nload=\r\nrun=\r\n").hex(), "plan.json", "changes.json", "changes.csv",
                "repair.reg", "undo.reg", "repair-regedit4.reg", "undo-regedit4.reg", "remedy.sh", "registry-step.cmd",
                "remedy.cmd", "report.html", "indicators/sha256.txt", "indicators/files.yar", "indicators/stix.json",
                "indicators/sigma.yml", "SHA256SUMS", "README.txt"), withoutSteps(names));
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertEquals(names.size(), files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void theSumsAreThoseThatCoreutilsComputes() throws IOException {
        Programs.assumeThereIs("sha256sum");
        List<String> names = write(Outbreak.contents());
        Outcome outcome = Programs.run(folder.resolve("out"), "sha256sum", "--check", "--strict", "SHA256SUMS");
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertEquals(names.size() - 1, outcome.output().lines().filter(line -> line.endsWith(": OK")).count());
    }

    @Test
    void scriptsWithNothingToDoAreNotWritten() throws IOException {
        assertEquals(ALWAYS, write(contents()));
        String readme = text("README.txt");
        assertTrue(readme.contains("There is no repair.reg") && readme.contains("There is no remedy.sh")
                && readme.contains("There are no manual steps") && readme.contains("Nothing is open"), readme);
    }

    @Test
    void hostileNamesMakeNoFilesAndNoLines() throws IOException {
        List<String> names = write(Hostile.contents());
        assertEquals(List.of("plan.json", "changes.json", "changes.csv", "repair.reg", "undo.reg", "remedy.sh", "registry-step.cmd",
                "remedy.cmd", "report.html", "indicators/stix.json", "indicators/sigma.yml", "SHA256SUMS", "README.txt"),
                withoutSteps(names));
        String readme = text("README.txt");
        assertFalse(readme.replace("\r\n", "").contains("\n"));
        List<String> margin = readme.lines().skip(27).filter(line -> !line.startsWith("   ") && !line.isEmpty()).toList();
        assertEquals(7, margin.size(), margin::toString);
        assertTrue(margin.stream().allMatch(line -> line.matches("[1-6]\\. .*|Still open: .*")), margin::toString);
    }

    @Test
    void noNameIsInAManualStepUnlessItShows() throws IOException {
        write(Hostile.contents());
        assertTrue(text("README.txt").codePoints().allMatch(point -> point == '\r' || point == '\n' || point >= ' '
                && (point < 0x7f || point > 0x9f)));
    }

    @Test
    void aFolderThatHoldsAnythingIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("out/.hidden"));
        AssayException refused = assertThrows(AssayException.class, () -> write(contents()));
        assertEquals(ErrorCode.OUTPUT, refused.code());
        assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        assertEquals(ALWAYS, write(contents()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButTheOwnerCanReadIt() throws IOException {
        write(Outbreak.contents());
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            for (Path each : all.toList()) {
                assertEquals(Files.isDirectory(each) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)), each.toString());
            }
        }
    }

    @Test
    void anExportThatFailsLeavesNothing() throws IOException {
        TaggedChange change = tagged(Decision.REPAIR, removed(1, file("C:/a", "good")));
        RuntimeException failure = new IllegalStateException("the case is gone");
        ExportContents contents = contents(List.of(change), List.of(), List.of(), List.of(), _ -> {
            throw failure;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> write(contents)));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(ALWAYS, write(contents()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAnEmptyFolderStaysALink() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("out"), Path.of("real"));
        assertEquals(ALWAYS, write(contents()));
        assertTrue(Files.isSymbolicLink(folder.resolve("out")) && Files.exists(folder.resolve("real/README.txt")));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("out"), "x");
        assertEquals(ErrorCode.OUTPUT, assertThrows(AssayException.class, () -> write(contents())).code());
    }

    @Test
    void aDamagedGoldCopyIsLeftOut() throws IOException {
        TaggedChange change = tagged(Decision.REPAIR, removed(1, file("C:/a", "good")));
        write(contents(List.of(change), List.of(), List.of(), List.of(), _ -> Optional.of(new ByteArrayInputStream(new byte[] {1}))));
        assertFalse(Files.exists(folder.resolve("out/gold")));
        assertTrue(text("README.txt").contains("The content of 1 file is not in this export."));
    }

    @Test
    void aGoldCopyForSeveralFilesIsWrittenOnce() throws IOException {
        List<TaggedChange> changes = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            changes.add(tagged(Decision.REPAIR, modified(number, file("C:/" + number, "good"), file("C:/" + number, "bad"),
                    Attribute.CONTENT)));
        }
        List<String> names = write(contents(changes, List.of(), List.of(), List.of(),
                _ -> Optional.of(new ByteArrayInputStream("good".getBytes()))));
        assertEquals("gold/" + sha256("good").hex(), names.getFirst());
        assertEquals(1, names.stream().filter(name -> name.startsWith("gold/")).count());
        assertTrue(text("README.txt").contains("the content of 1 file."));
    }

    @Test
    void theSameContentsGiveTheSameBytes() throws IOException {
        write(Outbreak.contents());
        Path again = folder.resolve("again");
        for (Path file : new RemediationExport().write(Outbreak.contents(), again).files()) {
            assertEquals(-1, Files.mismatch(file, folder.resolve("out").resolve(again.relativize(file))), file::toString);
        }
    }
}
