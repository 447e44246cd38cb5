package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** Two snapshots that were not asked for the same, or not read from the same kind of source, as a user meets them. */
class ScopeTest {

    private static final String RUN = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;
    private Path tree;

    @BeforeEach
    void makeACase() throws IOException {
        caseFile = shell.newCase(folder);
        tree = Files.createDirectories(folder.resolve("c/Windows/Temp")).getParent().getParent();
        Files.writeString(tree.resolve("Windows/a.dll"), "a");
    }

    @Test
    void whatOnlyOneSideWasAskedForIsNotComparedAndNeverExported() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("d"));
        Files.writeString(drive.resolve("tool.exe"), "MZ");
        Path export = Files.writeString(folder.resolve("run.reg"), "REGEDIT4\r\n\r\n[" + RUN + "]\r\n\"Agent\"=\"D:\\\\tool.exe\"\r\n");
        capture("baseline", "C=" + tree);
        capture("suspect", "C=" + tree, "--tree", "D=" + drive, "--reg", export.toString());
        for (String[] pair : new String[][] {{"1", "2"}, {"2", "1"}}) {
            assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, pair[0], pair[1]));
            assertTrue(shell.out().contains("nothing differs where both were asked"), shell.out());
            String side = pair[0].equals("1") ? "suspect" : "baseline";
            assertTrue(shell.err().contains("not compared: only the " + side + " was asked for D:\\"), shell.err());
            assertTrue(shell.err().contains("only the " + side + " was asked for HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run"),
                    shell.err());
            assertEquals(ExitCode.GAPS, shell.run("startup", "-c", caseFile, "--all"));
            assertFalse(shell.out().contains("Agent"), shell.out());
            assertEquals(ExitCode.GAPS, shell.run("changes", "-c", caseFile, "-f", "json"));
            assertTrue(shell.out().contains("\"not_compared\"") && shell.out().contains("D:"), shell.out());
            assertEquals(ExitCode.USAGE, shell.run("tag", "-c", caseFile, "repair", "--glob", "**"));
        }
    }

    @Test
    void whatACaptureLeavesOutIsNotReadAndNotCalledGone() throws IOException {
        Files.writeString(tree.resolve("Windows/Temp/junk.exe"), "MZ");
        Files.write(tree.resolve("Windows/big.dll"), new byte[5000]);
        capture("baseline", "C=" + tree);
        capture("suspect", "C=" + tree, "--exclude", "C:/Windows/Temp", "--max-size", "4K");
        assertTrue(shell.out().contains("1 B hashed"), shell.out());
        assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.out().contains("nothing differs where both were asked"), shell.out());
        assertTrue(shell.err().contains("the suspect left out C:/Windows/Temp"), shell.err());
        assertTrue(shell.err().contains("the suspect left out the content of files of more than 4096 bytes"), shell.err());
        capture("suspect", "C=" + tree, "--exclude", "C:/Windows/Temp", "--max-size", "4K");
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "2", "3"));
        assertTrue(shell.out().contains("both snapshots left out C:/Windows/Temp"), shell.out());
    }

    @Test
    void aListBesideATreeIsComparedWithAnotherSuchListOnly() throws IOException {
        String heading = "Entry Location,Entry,Enabled,Category,Image Path,Launch String\r\n";
        Path gold = Files.writeString(folder.resolve("gold.csv"), heading + "Task Scheduler,\\Good,enabled,Tasks,d:\\g.exe,g\r\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), heading + "Task Scheduler,\\Good,enabled,Tasks,d:\\g.exe,g\r\n"
                + "Task Scheduler,\\Evil,enabled,Tasks,c:\\windows\\e.vbs,wscript c:\\windows\\e.vbs\r\n");
        capture("baseline", "C=" + tree, "--autoruns", gold.toString());
        capture("suspect", "C=" + tree, "--autoruns", bad.toString());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        assertTrue(shell.out().contains("1 added") && shell.out().contains("Evil"), shell.out());
        assertEquals(ExitCode.OK, shell.run("snapshots", "-c", caseFile, "2"), shell.err());
        assertTrue(shell.out().contains("read by autoruns") && shell.out().contains("read by linux-native"), shell.out());
        capture("suspect", "C=" + tree);
        assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, "1", "3"));
        assertTrue(shell.out().contains("nothing differs where both were asked"), shell.out());
        assertTrue(shell.err().contains("only the baseline has a list of what a program looked for"), shell.err());
    }

    @Test
    void onlyWhatMatchesIsReadOrCompared() throws IOException {
        Files.writeString(tree.resolve("other.txt"), "x");
        capture("baseline", "C=" + tree, "--only", "C:/Windows/**");
        assertTrue(shell.out().contains("1 B hashed"), shell.out());
        Files.writeString(tree.resolve("Windows/a.dll"), "b");
        Files.writeString(tree.resolve("Windows/Temp/b.dll"), "b");
        capture("suspect", "C=" + tree, "--only", "C:/Windows/**");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.out().contains("1 added, 1 modified"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2", "--exclude", "C:/Windows/Temp,**.tmp"));
        assertTrue(shell.out().contains("2: 1 modified") && shell.out().contains("the comparison leaves out C:/Windows/Temp, **.tmp"),
                shell.out());
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "1", "2", "--exclude", "a\nb"));
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "1", "2", "--max-size", "much"));
    }

    @Test
    void namesOfOneCaseOrAnotherAreOneNameOnADriveOnly() throws IOException {
        Path other = Files.createDirectories(folder.resolve("o/WINDOWS/TEMP")).getParent().getParent();
        Files.copy(tree.resolve("Windows/a.dll"), other.resolve("WINDOWS/A.DLL"), StandardCopyOption.COPY_ATTRIBUTES);
        Path driver = Files.createDirectories(tree.resolve("Windows/System32/drivers")).resolve("d.sys");
        Files.writeString(driver, "MZ");
        Files.copy(driver, Files.createDirectories(other.resolve("WINDOWS/system32/DRIVERS")).resolve("D.SYS"),
                StandardCopyOption.COPY_ATTRIBUTES);
        capture("baseline", "C=" + tree);
        capture("suspect", "C=" + other);
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.out().contains("6 names differ in case only"), shell.out());
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2", "--exact", "letter_case"));
        Files.writeString(other.resolve("WINDOWS/A.DLL"), "other");
        capture("suspect", "C=" + other);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "3"));
        assertTrue(shell.out().contains("snapshot 3: 1 modified"), shell.out());
        capture("baseline", "data=" + tree);
        capture("suspect", "data=" + other);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "4", "5"));
        assertTrue(shell.out().contains("5 added, 5 removed, 1 moved"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "4", "5", "--ignore-case"));
        assertTrue(shell.out().contains("5: 1 modified"), shell.out());
    }

    @Test
    void timesOfASourceThatKeepsWholeSecondsAreTheSameAsExactOnes() throws IOException {
        Instant exact = Instant.parse("2026-03-01T10:20:31.987654321Z");
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            files.add(Files.writeString(tree.resolve("f" + number), "x"));
        }
        files.add(tree.resolve("Windows/a.dll"));
        setTimes(files, exact);
        capture("suspect", "C=" + tree);
        setTimes(files, Instant.ofEpochSecond(exact.getEpochSecond()));
        capture("baseline", "C=" + tree);
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "2", "1"), shell.out());
        assertTrue(shell.out().contains("21 modification times differ by less than a second"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "2", "1", "--exact", "time_step"));
        setTimes(files, Instant.ofEpochSecond(exact.getEpochSecond() + 2));
        capture("baseline", "C=" + tree);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "3", "1"));
        setTimes(files, Instant.ofEpochSecond(exact.getEpochSecond() / 2 * 2 + 3600));
        capture("baseline", "C=" + tree);
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "4", "1"), shell.out());
        assertTrue(shell.out().contains("21 modification times differ by an hour"), shell.out());
    }

    @Test
    void oneNameInTwoFormsOfUnicodeIsOneName() throws IOException {
        Path other = Files.createDirectories(folder.resolve("o/Windows/Temp")).getParent().getParent();
        Files.copy(tree.resolve("Windows/a.dll"), other.resolve("Windows/a.dll"), StandardCopyOption.COPY_ATTRIBUTES);
        Path composed = Files.write(tree.resolve("r\u00e9sum\u00e9"), "x".getBytes(StandardCharsets.UTF_8));
        Files.copy(composed, other.resolve("re\u0301sume\u0301"), StandardCopyOption.COPY_ATTRIBUTES);
        capture("baseline", tree.toString());
        capture("suspect", other.toString());
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "1", "2"), shell.out());
        assertTrue(shell.out().contains("1 name is the same text in another form of Unicode"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2", "--exact", "unicode_form"));
    }

    private static void setTimes(List<Path> files, Instant time) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private void capture(String role, String tree, String... more) {
        List<String> line = new ArrayList<>(List.of("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", tree));
        line.addAll(List.of(more));
        assertEquals(ExitCode.OK, shell.run(line.toArray(String[]::new)), shell.err());
    }
}
