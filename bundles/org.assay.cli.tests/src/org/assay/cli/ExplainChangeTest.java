package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** All of one change, and the counts above the list. */
class ExplainChangeTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;

    @BeforeEach
    void compare() throws IOException {
        caseFile = shell.newCase(folder);
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("etc"));
        Files.writeString(tree.resolve("etc/rc.local"), "#!/bin/sh\nfirst\nsecond\nexit 0\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "baseline", "--tree", tree.toString()));
        Files.writeString(tree.resolve("etc/rc.local"), "#!/bin/sh\nfirst\n/tmp/x &\nexit 0\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "suspect", "--tree", tree.toString()));
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
    }

    @Test
    void theCountsStandAboveTheList() {
        assertTrue(shell.out().contains("1 HIGH; 0 explained\n") && shell.out().contains("findings: 1 "), shell.out());
    }

    @Test
    void theScoreAndTheLinesAreShown() {
        assertEquals(ExitCode.OK, shell.run("changes", "-c", caseFile, "--explain", "1"), shell.err());
        assertTrue(shell.out().contains("autostart, HIGH: is a startup entry or what one starts\n"), shell.out());
        assertTrue(shell.out().contains("  -second\n  +/tmp/x &\n"), shell.out());
    }

    /** Two files that were alike are gone, and one of their content came: which of them it was nobody knows, so both are named. */
    @Test
    void everyPlaceOfAContentIsNamedWhereMoreThanOneIsMeant() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("more"));
        for (String name : new String[] {"one", "two", "stays"}) {
            Files.writeString(tree.resolve(name), "the same content");
        }
        shell.run("capture", "-c", caseFile, "--host", "PC2", "--role", "baseline", "--tree", tree.toString());
        Files.move(tree.resolve("one"), tree.resolve("three"));
        Files.delete(tree.resolve("two"));
        shell.run("capture", "-c", caseFile, "--host", "PC2", "--role", "suspect", "--tree", tree.toString());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "3", "4"), shell.err());
        assertFalse(shell.out().contains(" MOVED"), shell.out());
        int three = Integer.parseInt(shell.out().lines().filter(line -> line.contains("/three")).findFirst().orElseThrow()
                .replaceAll("\\D*(\\d+).*", "$1"));
        assertEquals(ExitCode.OK, shell.run("changes", "-c", caseFile, "--explain", String.valueOf(three)), shell.err());
        assertTrue(shell.out().contains("the baseline had this content at: 3 other files\n  /one\n  /stays\n  /two\n"), shell.out());
        assertTrue(shell.out().contains("the suspect has this content also at: one other file\n  /stays\n"), shell.out());
    }

    @Test
    void aNumberThatIsNotThereIsWrongUsage() {
        assertEquals(ExitCode.USAGE, shell.run("changes", "-c", caseFile, "--explain", "7"));
        assertTrue(shell.err().contains("has no change 7"), shell.err());
    }
}
