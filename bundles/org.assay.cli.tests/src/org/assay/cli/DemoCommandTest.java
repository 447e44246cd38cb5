package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Golden;

/** What somebody sees who tries Assay for the first time. */
class DemoCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void theDemoShowsTheMainJobOnATerminal() {
        Path demo = folder.resolve("demo");
        assertEquals(ExitCode.OK, shell.run(140, false, "demo", demo.toString()), shell.err());
        Golden.check(DemoCommandTest.class, "demo.txt", shell.out().replace(demo.toAbsolutePath().toString(), "DEMO")
                .replaceAll("gold/[0-9a-f]{64}", "gold/SHA256")
                .replaceAll("(?m)^digest of the case: [0-9a-f]{4}(-[0-9a-f]{4}){7}$", "digest of the case: DIGEST")
                .replaceAll("(?m)^end of the custody log: (\\d+):[0-9a-f]{4}(-[0-9a-f]{4}){7}$", "end of the custody log: $1:DIGEST"));
        assertTrue(Files.isRegularFile(demo.resolve("outbreak.mv.db")));
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", demo.resolve("outbreak").toString(), "--severity", "high"));
        assertEquals(ExitCode.DIFFERENT, shell.run("startup", "-c", demo.resolve("outbreak").toString(), "-f", "json"));
    }
}
