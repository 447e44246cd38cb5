package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assay.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is folded away as long as it is the same, and can become part of a baseline. */
class AcceptCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private Path tree;
    private String caseFile;

    @BeforeEach
    void aComparisonWithFourChanges() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree/usr/bin")).getParent().getParent();
        write("altered", "old");
        write("gone", "gone");
        write("same", "same");
        caseFile = shell.newCase(folder);
        capture("baseline");
        write("altered", "new and longer");
        write("tool", "#!/bin/sh\n");
        write("other", "#!/bin/sh\nother\n");
        Files.delete(tree.resolve("usr/bin/gone"));
        capture("suspect");
        run(ExitCode.DIFFERENT, "compare", "1", "2");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(tree.resolve("usr/bin").resolve(name), content);
    }

    private void capture(String role) {
        run(ExitCode.OK, "capture", "--host", "PC", "--role", role, "--label", role, "--tree", tree.toString());
    }

    private void run(int code, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "-c", caseFile));
        words.addAll(List.of(more));
        assertEquals(code, shell.run(words.toArray(String[]::new)), shell.out() + shell.err());
    }

    @Test
    void theAmendedBaselineHoldsWhatWasAcceptedAndTheOldOneStays() {
        for (String name : List.of("altered", "gone", "tool")) {
            run(ExitCode.OK, "tag", "accept", "--glob", "/usr/bin/" + name);
        }
        run(ExitCode.OK, "accept", "--note", "new tool", "--analyst", "ann");
        assertTrue(shell.out().startsWith("snapshot 3: the baseline of snapshot 1 with 3 accepted changes\n"), shell.out());
        run(ExitCode.DIFFERENT, "compare", "3", "2", "--format", "json");
        assertTrue(shell.out().contains("/usr/bin/other"), shell.out());
        for (String name : List.of("altered", "gone", "tool")) {
            assertFalse(shell.out().contains("/usr/bin/" + name + "\""), shell.out());
        }
        run(ExitCode.OK, "snapshots", "--verify");
        assertTrue(shell.out().contains("baseline, amended"), shell.out());
        run(ExitCode.OK, "snapshots", "3");
        assertTrue((shell.out() + shell.err()).contains(
                "amended from snapshot 1 by ann: 3 changes of comparison 1 were accepted: new tool"), shell.out() + shell.err());
        run(ExitCode.OK, "custody");
        assertTrue(shell.out().contains("amended"), shell.out());
        run(ExitCode.DIFFERENT, "compare", "1", "2", "--format", "json");
        assertTrue(shell.out().contains("/usr/bin/gone\""), shell.out());
        run(ExitCode.OK, "custody", "--verify");
    }

    @Test
    void whatWasAcceptedIsExplainedNextTimeAsLongAsItIsTheSame() throws IOException {
        run(ExitCode.OK, "tag", "accept", "--glob", "/usr/bin/tool", "--analyst", "ann", "--note", "ticket 7");
        capture("suspect");
        run(ExitCode.DIFFERENT, "compare", "1", "3", "--format", "json");
        assertEquals(1, count("changes that ann accepted"), shell.out());
        assertTrue(shell.out().contains("The same change was accepted before: ticket 7"), shell.out());
        write("tool", "#!/bin/sh\nrm -rf /\n");
        capture("suspect");
        run(ExitCode.DIFFERENT, "compare", "1", "4", "--format", "json");
        assertEquals(0, count("changes that ann accepted"), shell.out());
    }

    private int count(String text) {
        return shell.out().split(text, -1).length - 1;
    }

    @Test
    void itTakesAReasonAndSomethingToAccept() {
        run(ExitCode.USAGE, "accept", "--note", "x");
        assertTrue(shell.err().contains("No change of comparison 1 is tagged accept"), shell.err());
        run(ExitCode.USAGE, "accept", "--glob", "/usr/bin/tool");
        assertTrue(shell.err().contains("give it as the note"), shell.err());
    }
}
