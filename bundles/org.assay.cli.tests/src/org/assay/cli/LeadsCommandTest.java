package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

class LeadsCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void theFileAndTheEntryThatStartsItAreOneLead() throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("etc/cron.d"));
        Files.createDirectories(tree.resolve("opt"));
        capture(tree, "baseline");
        Files.writeString(tree.resolve("opt/worm"), "#!/bin/sh\n");
        assertTrue(tree.resolve("opt/worm").toFile().setExecutable(true));
        Files.writeString(tree.resolve("etc/cron.d/sync"), "* * * * * root /opt/worm\n");
        capture(tree, "suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile(), "1", "2"), shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("leads", "-c", caseFile()), shell.err());
        assertTrue(shell.out().startsWith("1 lead\n"), shell.out());
        assertTrue(shell.out().contains("/opt/worm (added): ") && shell.out().contains("  It is started by /etc/cron.d/sync ("),
                shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("leads", "-c", caseFile(), "-f", "json"), shell.err());
        assertTrue(shell.out().contains("\"leads\" : ["), shell.out());
    }

    private String caseFile() {
        return folder.resolve("case").toString();
    }

    private void capture(Path tree, String role) {
        if (!Files.exists(folder.resolve("case.mv.db"))) {
            assertEquals(ExitCode.OK, shell.run("case", "new", caseFile()));
        }
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile(), "--host", "PC", "--role", role, "--tree", tree.toString()),
                shell.err());
    }
}
