package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** Two teams begin with the same gold image and machine, and each looks at a machine of its own. */
class MergeCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String ours;
    private String theirs;

    @BeforeEach
    void workApart() throws IOException {
        Path gold = Files.createDirectories(folder.resolve("gold/Windows"));
        Files.writeString(gold.resolve("a.dll"), "a");
        ours = folder.resolve("ours").toString();
        assertEquals(ExitCode.OK, shell.run("case", "new", ours));
        capture(ours, "gold", "baseline", gold.getParent());
        capture(ours, "shared", "suspect", machine("shared"));
        theirs = folder.resolve("theirs").toString();
        Files.copy(Path.of(ours + ".mv.db"), Path.of(theirs + ".mv.db"));
        capture(ours, "one", "suspect", machine("one"));
        capture(theirs, "two", "suspect", machine("two"));
        for (String file : new String[] {ours, theirs}) {
            shell.run("compare", "-c", file, "--all", "--baseline", "1");
            assertEquals(ExitCode.OK, shell.run("fleet", "tag", "-c", file, file.equals(ours) ? "quarantine" : "accept", "--glob",
                    "**worm.vbs", "--analyst", file.equals(ours) ? "ann" : "bert"), shell.err());
        }
    }

    private Path machine(String name) throws IOException {
        Path windows = Files.createDirectories(folder.resolve(name).resolve("Windows"));
        Files.copy(folder.resolve("gold/Windows/a.dll"), windows.resolve("a.dll"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(windows.resolve("worm.vbs"), "worm");
        return windows.getParent();
    }

    private void capture(String file, String host, String role, Path tree) {
        assertEquals(ExitCode.OK, shell.run("capture", "-c", file, "--host", host, "--role", role, "--tree", "C=" + tree), shell.err());
    }

    @Test
    void tagsThatDisagreeAreDecidedByAPersonAndNothingIsMergedBefore() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(theirs + ".mv.db"));
        assertEquals(ExitCode.DIFFERENT, shell.run("case", "merge", ours, theirs, "-f", "csv"), shell.err());
        assertTrue(shell.out().contains("\"1\",\"shared\"") && shell.out().contains("\"QUARANTINE\",\"ann\"")
                && shell.out().contains("\"ACCEPT\",\"bert\""), shell.out());
        shell.run("snapshots", "-c", ours, "-f", "csv");
        assertEquals(4, shell.out().lines().count(), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("case", "merge", ours, theirs, "--theirs", "2"));
        assertEquals(ExitCode.OK, shell.run("case", "merge", ours, theirs, "--theirs", "1"), shell.err());
        assertTrue(shell.out().contains("merged: 1 snapshots, 2 comparisons") || shell.out().contains("merged: 1 snapshots, 1 comparisons"),
                shell.out());
        assertTrue(Arrays.equals(before, Files.readAllBytes(Path.of(theirs + ".mv.db"))), "the other case stays as it is");
        shell.run("tags", "-c", ours, "-f", "csv");
        assertTrue(shell.out().lines().anyMatch(line -> line.contains("shared") && line.contains("bert")), shell.out());
        assertTrue(shell.out().lines().anyMatch(line -> line.contains("two") && line.contains("bert")), shell.out());
        assertTrue(shell.out().lines().anyMatch(line -> line.contains("one") && line.contains("ann")), shell.out());
    }

    @Test
    void whatIsMergedIsWholeAndMergedAgainIsNothingNew() {
        assertEquals(ExitCode.OK, shell.run("case", "merge", ours, theirs, "--take", "ours"), shell.err());
        assertEquals(ExitCode.OK, shell.run("case", "verify", ours), shell.err());
        assertEquals(ExitCode.OK, shell.run("custody", "-c", ours, "--verify"), shell.err());
        assertEquals(ExitCode.OK, shell.run("snapshots", "-c", ours, "4", "--verify"), shell.err());
        shell.run("changes", "-c", ours);
        assertTrue(shell.out().contains("worm.vbs"), shell.out());
        shell.run("fleet", "hosts", "-c", ours, "--baseline", "1", "-f", "csv");
        assertTrue(shell.out().contains("\"one\"") && shell.out().contains("\"two\""), shell.out());
        assertEquals(ExitCode.OK, shell.run("case", "merge", ours, theirs, "--take", "ours"), shell.err());
        assertTrue(shell.out().contains("merged: 0 snapshots, 0 comparisons, 0 tags, 0 entries of the incident's log; 3 snapshots were"
                + " here already"), shell.out());
    }

    @Test
    void aCaseThatIsNotAsItWasStoredIsNotMerged() throws IOException {
        Path file = Path.of(theirs + ".mv.db");
        byte[] bytes = Files.readAllBytes(file);
        byte[] wanted = "bert".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + wanted.length < bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                bytes[at] = 'B';
            }
        }
        Files.write(file, bytes);
        int code = shell.run("case", "merge", ours, theirs, "--take", "theirs");
        assertEquals(ExitCode.FAILED, code, shell.out() + shell.err());
        shell.run("snapshots", "-c", ours, "-f", "csv");
        assertEquals(4, shell.out().lines().count(), shell.out());
    }
}
