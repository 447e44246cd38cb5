package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.app.ListFindings;
import org.assay.cli.command.ExitCode;
import org.assay.model.change.FindingType;
import org.assay.testkit.Golden;
import org.junit.jupiter.api.Test;

class FindingsCommandTest {

    private final Shell shell = new Shell();

    @Test
    void listsThemInEveryFormat() {
        assertEquals(ExitCode.OK, shell.run("findings"));
        List<String> lines = shell.out().lines().toList();
        assertTrue(lines.getFirst().matches("Finding +Severity +Title +ATT&CK"), shell.out());
        assertEquals(new ListFindings().run().stream().map(FindingType::id).toList(),
                lines.stream().skip(1).map(line -> line.split(" ")[0]).toList());
        assertTrue(lines.stream().anyMatch(line -> line.matches("hostile-name +HIGH, MEDIUM +Name that .* T1036.002, .*")), shell.out());
        assertEquals(ExitCode.OK, shell.run("findings", "--format", "csv"));
        assertTrue(shell.out().contains("\"double-extension\",\"HIGH\",\"Double extension\",\"new and renamed files\",\"T1036.007\""),
                shell.out());
        assertEquals(ExitCode.OK, shell.run("findings", "--format", "json"));
        assertTrue(shell.out().contains("\"severities\" : [ \"HIGH\", \"MEDIUM\" ]"), shell.out());
    }

    @Test
    void printsAPageAsText() {
        assertEquals(ExitCode.OK, shell.run("findings", "double-extension"));
        Golden.check(FindingsCommandTest.class, "finding.txt", shell.out());
        assertEquals(ExitCode.OK, shell.run("findings", "double-extension", "--format", "json"));
        assertTrue(shell.out().contains("\"id\" : \"double-extension\"") && !shell.out().contains("other-signer"), shell.out());
    }

    @Test
    void aPageFitsTheTerminalButForItsExample() {
        assertEquals(ExitCode.OK, shell.run(50, true, "findings", "double-extension"));
        List<String> lines = shell.out().lines().toList();
        assertEquals("\u001b[1mDouble extension\u001b[0m", lines.getFirst());
        assertTrue(lines.stream().filter(line -> !line.startsWith("    ")).allMatch(line -> line.length() <= 50), shell.out());
    }

    @Test
    void anUnknownOneIsWrongUsageWithTheNearest() {
        assertEquals(ExitCode.USAGE, shell.run("findings", "new-programme"));
        assertEquals("", shell.out());
        assertTrue(shell.err().contains("new-program"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("findings", "\u001b[31mx"));
        assertTrue(shell.err().indexOf('\u001b') < 0, shell.err());
    }
}
