package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;

/** A real user's hive before and after tampering; what differs is known from an independent tool. */
@NeedsCorpora
class RealHiveTest {

    private static final String EXPECTED = """
            ADDED HKCU\\Software\\Microsoft\\legitimate_subkey
            ADDED HKCU\\Software\\Microsoft\\legitimate_subkey [totaly_not_malicious]
            ADDED HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run [not_a_malware]
            """;

    private final Shell shell = new Shell();

    @Test
    void exactlyTheTamperingIsShown(@TempDir Path folder) {
        Path hives = Corpora.hives().resolve("regipy");
        String caseFile = folder.resolve("case").toString();
        shell.run("case", "new", caseFile);
        assertEquals(ExitCode.OK, capture(caseFile, "baseline", hives.resolve("NTUSER.DAT")), shell.err());
        assertEquals(ExitCode.OK, capture(caseFile, "suspect", hives.resolve("NTUSER_modified.DAT")), shell.err());

        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2", "-f", "csv"));
        String changes = shell.out();
        EXPECTED.lines().map(line -> line.split(" ", 2))
                .forEach(line -> assertTrue(changes.contains("\"" + line[0] + "\",\"" + line[1] + "\""), line[1] + " in " + changes));
        assertEquals(11, changes.lines().filter(line -> line.contains("\"REMOVED\",\"HKCU\\Software\\WinRAR")).count(), changes);
        assertEquals(1 + 3 + 11, changes.lines().count(), changes);

        assertEquals(ExitCode.DIFFERENT, shell.run("startup", "-c", caseFile, "-f", "csv"));
        assertTrue(shell.out().contains("\"HIGH\",\"ADDED\"") && shell.out().contains("not_a_malware"), shell.out());
        assertEquals(2, shell.out().lines().count(), shell.out());
    }

    private int capture(String caseFile, String role, Path hive) {
        return shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--hive", hive.toString());
    }
}
