package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

class ItemsCommandTest {

    /** SHA-256 of the letter a (FIPS 180-4, any implementation). */
    private static final String SHA256_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;

    @BeforeEach
    void captureTwice() throws IOException {
        caseFile = shell.newCase(folder);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.txt"), "a");
        Files.writeString(tree.resolve("run.sh"), "#!/bin/sh\n");
        capture("baseline", tree);
        Files.createDirectory(tree.resolve("sub"));
        Files.writeString(tree.resolve("sub/copy"), "a");
        capture("suspect", tree);
    }

    private void capture(String role, Path tree) {
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", tree.toString(),
                "--digest",
                "md5"), shell.err());
    }

    @Test
    void tellsWhatASnapshotHolds() {
        assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "2", "-f", "csv"));
        assertEquals(6, shell.out().lines().count(), shell.out());
        assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "2", "/sub/**"));
        assertTrue(shell.out().contains("/sub/copy") && shell.out().contains(SHA256_OF_A) && !shell.out().contains("run.sh"), shell.out());
        assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "1", "--name", "*.SH", "--type", "script"));
        assertTrue(shell.out().contains("/run.sh") && !shell.out().contains("a.txt"), shell.out());
        assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "2", "--type", "directory", "-f", "json"));
        assertTrue(shell.out().contains("\"found\" : 2"), shell.out());
        assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "2", "--limit", "1"));
        assertTrue(shell.err().contains("and 4 more"), shell.err());
    }

    @Test
    void tellsWhereElseAContentLies() {
        for (String hash : new String[] {SHA256_OF_A.toUpperCase(Locale.ROOT), "0cc175b9c0f1b6a831c399e269772661"}) {
            assertEquals(ExitCode.OK, shell.run("items", "-c", caseFile, "--all", "--hash", hash));
            assertEquals(4, shell.out().lines().count(), shell.out());
            assertFalse(shell.out().contains("run.sh"), shell.out());
        }
    }

    @Test
    void refusesWhatCanMeanNothing() {
        assertEquals(ExitCode.USAGE, shell.run("items", "-c", caseFile));
        assertEquals(ExitCode.USAGE, shell.run("items", "-c", caseFile, "1", "--all"));
        assertEquals(ExitCode.USAGE, shell.run("items", "-c", caseFile, "9"));
        assertEquals(ExitCode.USAGE, shell.run("items", "-c", caseFile, "1", "--hash", "xyz"));
        assertEquals(ExitCode.USAGE, shell.run("items", "-c", caseFile, "1", "--type", "virus"));
        assertTrue(shell.err().contains("none of"), shell.err());
    }
}
