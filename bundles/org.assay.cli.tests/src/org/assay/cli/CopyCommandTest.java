package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** A part of a case is copied, and whoever gets it checks the seals in it. */
class CopyCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theSealsOfAPartHoldAndItSaysWhatIsLeftOut() throws IOException {
        String openCase = shell.newCase(folder);
        String copy = folder.resolve("copy").toString();
        String keys = folder.resolve("ann.p12").toString();
        String password = Files.writeString(folder.resolve("password"), "secret").toString();
        String trusted = folder.resolve("ann.pem").toString();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "content");
        for (String host : new String[] {"pc\nx", "other"}) {
            assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", host, "--role", "baseline", "--tree", "C=" + tree));
        }
        shell.run("keys", "new", "ann", "--holder", "Ann Example", "--keys", keys, "--password-file", password);
        shell.run("keys", "export", "--keys", keys, "--password-file", password, "--out", trusted);
        assertEquals(ExitCode.OK, shell.run("seal", "-c", openCase, "1", "2", "--keys", keys, "--password-file", password), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("case", "copy", openCase, copy), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("case", "copy", openCase, copy, "--snapshots", "1,7"), shell.out());
        assertFalse(Files.exists(Path.of(copy + ".mv.db")));
        assertEquals(ExitCode.OK, shell.run("case", "copy", openCase, copy, "--snapshots", "1", "--as", "Bert"), shell.err());
        assertTrue(shell.out().contains("left out: snapshot 2, with 0 comparisons, 1 seals and 0 tags"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", copy, "--trust", trusted, "--deep"), shell.out() + shell.err());
        assertTrue(shell.out().contains("seal 1") && shell.out().contains(": whole"), shell.out());
        assertEquals(ExitCode.OK, shell.run("custody", "-c", copy, "--verify"), shell.err());
        shell.run("custody", "-c", copy);
        assertTrue(shell.out().contains("a copy of the case case.mv.db with snapshot 1; what else it held is left out"), shell.out());
        assertEquals(ExitCode.OK, shell.run("custody", "-c", openCase, "--verify"), shell.err());
        shell.run("custody", "-c", openCase);
        assertTrue(shell.out().contains("a copy with snapshot 1, whose log ends with ") && shell.out().contains("Bert"), shell.out());
        assertEquals(ExitCode.FAILED, shell.run("case", "copy", openCase, copy, "--snapshots", "1"), shell.out());
    }
}
