package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** Captures that take over the hashes of an earlier snapshot. */
class CaptureSinceTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;
    private Path tree;

    @BeforeEach
    void captureOnce() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "no other system tells when a file's status changed");
        caseFile = shell.newCase(folder);
        tree = Files.createDirectories(folder.resolve("c"));
        for (int at = 0; at < 100; at++) {
            Files.writeString(tree.resolve("f" + at), "content of " + at);
        }
        assertEquals(ExitCode.OK, capture("pc", "baseline"));
    }

    private int capture(String host, String role, String... more) {
        String[] all = new String[8 + more.length];
        System.arraycopy(new String[] {"capture", "-c", caseFile, "--host=" + host, "--role", role, "--tree", "C=" + tree}, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return shell.run(all);
    }

    @Test
    void whatWasTouchedIsReadAndTheRestTakenOverWhichEveryComparisonSays() throws IOException {
        Files.writeString(tree.resolve("f7"), "another content");
        assertEquals(ExitCode.OK, capture("pc", "baseline", "--since", "1"));
        assertTrue(shell.out().contains("of these 99 files"), shell.out());
        shell.run("gaps", "-c", caseFile, "2");
        assertTrue(shell.out().contains("their digests are from snapshot 1"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.out().contains("f7"), shell.out());
        assertTrue(shell.out().contains("snapshot 2 was captured since snapshot 1: the content of files with the same number, size and"
                + " times was not read again"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", caseFile));
        assertTrue(shell.out().contains("was captured since snapshot 1"), shell.out());
        capture("pc", "baseline");
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "2", "3"));
    }

    @Test
    void aSuspectsTimesAreNotBelievedUnlessTwiceAskedFor() {
        assertEquals(ExitCode.USAGE, capture("pc", "suspect", "--since", "1"));
        assertTrue(shell.err().contains("trust the times"), shell.err());
        assertEquals(ExitCode.OK, capture("pc", "suspect", "--since", "1", "--trust-times"));
        assertTrue(shell.out().contains("of these 100 files"), shell.out());
    }

    @Test
    void whatCannotBeBuiltOnIsRefused() {
        assertEquals(ExitCode.USAGE, capture("other", "baseline", "--since", "1"));
        assertTrue(shell.err().contains("of the host pc"), shell.err());
        assertFalse(capture("pc", "baseline", "--since", "9") == ExitCode.OK);
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile, "--resume", "1", "--since", "1"));
    }
}
