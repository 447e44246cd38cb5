package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** The way round: a machine is infected, cleaned by the exported script, captured again and verified. */
@DisabledOnOs(OS.WINDOWS)
class VerifyRemediationCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;
    private Path tree;
    private String caseFile;

    @BeforeEach
    void infect() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree"));
        Files.createDirectories(tree.resolve("etc/cron.d"));
        Files.createDirectories(tree.resolve("opt"));
        Files.writeString(tree.resolve("etc/hosts"), "127.0.0.1 localhost\n");
        Files.writeString(tree.resolve("etc/motd"), "welcome\n");
        caseFile = shell.newCase(folder);
        capture("baseline");
        Path gold = folder.resolve("gold image");
        copy(tree, gold);
        Files.writeString(tree.resolve("opt/worm"), "#!/bin/sh\n");
        Files.writeString(tree.resolve("etc/cron.d/sync"), "* * * * * root /opt/worm\n");
        Files.writeString(tree.resolve("etc/hosts"), "6.6.6.6 updates.example\n");
        Files.delete(tree.resolve("etc/motd"));
        capture("suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        assertEquals(ExitCode.OK, shell.run("tag", "repair", "-c", caseFile, "--glob", "**"), shell.err());
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", folder.resolve("out").toString()), shell.err());
    }

    private void capture(String role, String... more) {
        List<String> line = new ArrayList<>(List.of("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", tree.toString()));
        line.addAll(List.of(more));
        assertEquals(ExitCode.OK, shell.run(line.toArray(String[]::new)), shell.err());
    }

    private static void copy(Path from, Path to) throws IOException {
        run(from.getParent(), "cp", "-a", from.toString(), to.toString());
    }

    private static void run(Path in, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true)
                    .redirectOutput(in.resolve("output.txt").toFile()).start();
            assertEquals(0, process.waitFor(), Files.readString(in.resolve("output.txt")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command[0] + " ran", e);
        }
    }

    private void clean() throws IOException {
        run(folder, "sh", "out/remedy.sh", "--apply", "--gold", "gold image", "tree", "quarantine");
    }

    private int verify(String... more) {
        List<String> line = new ArrayList<>(List.of("verify-remediation", "-c", caseFile, "--comparison", "1"));
        line.addAll(List.of(more));
        return shell.run(line.toArray(String[]::new));
    }

    @Test
    void whatWasCleanedIsResolved() throws IOException {
        clean();
        capture("verification");
        assertEquals(ExitCode.OK, verify(), shell.out() + shell.err());
        assertTrue(shell.out().startsWith("decisions of comparison 1 in snapshot 3: 4 resolved; 0 new since, 0 of them above LOW\n"),
                shell.out());
        assertTrue(shell.out().endsWith("clean: everything is as in the baseline where it was decided on, and nothing severe is new\n"),
                shell.out());
    }

    @Test
    void aTimeAloneDoesNotKeepWhatWasPutBackFromBeingResolved() throws IOException {
        clean();
        Files.setLastModifiedTime(tree.resolve("etc/hosts"), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        capture("verification");
        assertEquals(ExitCode.OK, verify("--format", "csv"), shell.out() + shell.err());
        assertEquals("resolved", outcome("/etc/hosts"), shell.out());
        assertTrue(shell.out().contains("it is as in the baseline but for its time"), shell.out());
        Files.writeString(tree.resolve("etc/hosts"), "6.6.6.6 updates.example\n");
        capture("verification");
        assertEquals(ExitCode.DIFFERENT, verify(), shell.out());
    }

    @Test
    void thePageTellsPeopleTheSameAndOverwritesNothing() throws IOException {
        clean();
        capture("verification");
        Path page = folder.resolve("verified.html");
        assertEquals(ExitCode.OK, verify("--report", page.toString()), shell.err());
        String text = Files.readString(page);
        assertTrue(text.contains("The machine is clean.") && text.contains("4 resolved</text>") && text.contains("/etc/cron.d/sync"), text);
        assertEquals(ExitCode.FAILED, verify("--report", page.toString()));
        assertTrue(shell.err().contains("Name a new file"), shell.err());
        assertEquals(text, Files.readString(page));
    }

    @Test
    void whatWasNotCleanedRemains() {
        capture("verification");
        assertEquals(ExitCode.DIFFERENT, verify("--format", "json"), shell.err());
        assertEquals(4, shell.out().split("\"remains\"", -1).length - 1, shell.out());
        assertTrue(shell.out().contains("\"clean\" : false"), shell.out());
    }

    @Test
    void whatCameBackWasChangedAgainOrIsNewIsTold() throws IOException {
        clean();
        Files.writeString(tree.resolve("etc/cron.d/sync"), "* * * * * root /opt/worm\n");
        Files.writeString(tree.resolve("opt/worm"), "#!/bin/sh\n# another\n");
        Files.writeString(tree.resolve("etc/cron.d/other"), "* * * * * root /opt/worm\n");
        Files.delete(tree.resolve("etc/hosts"));
        capture("verification");
        assertEquals(ExitCode.DIFFERENT, verify("--log", folder.resolve("quarantine/remedy-log.txt").toString(), "--format", "csv"),
                shell.err());
        assertTrue(outcome("/etc/cron.d/sync").equals("came back") && outcome("/etc/hosts").equals("changed again")
                && outcome("/opt/worm").equals("changed again") && outcome("/etc/motd").equals("resolved")
                && outcome("/etc/cron.d/other").equals("new"), shell.out());
        assertTrue(shell.out().contains("it is gone, but what the baseline has is not back"), shell.out());
    }

    private String outcome(String location) {
        return shell.out().lines().filter(line -> line.contains(location + ",") || line.contains("\"" + location + "\""))
                .map(line -> line.replace("\"", "")).map(line -> line.substring(0, line.indexOf(','))).findFirst().orElse("absent");
    }

    @Test
    void whatAnEarlierVerificationSawResolvedCameBack() throws IOException {
        clean();
        capture("verification");
        assertEquals(ExitCode.OK, verify(), shell.out());
        Files.writeString(tree.resolve("opt/worm"), "#!/bin/sh\n");
        capture("verification");
        assertEquals(ExitCode.DIFFERENT, verify(), shell.err());
        assertTrue(shell.out().contains("3 resolved, 1 came back"), shell.out());
    }

    @Test
    void whereTheLaterSnapshotWasNotAskedNothingIsResolved() throws IOException {
        clean();
        capture("verification", "--exclude", "/opt");
        assertEquals(ExitCode.GAPS, verify(), shell.out());
        assertTrue(shell.out().contains("3 resolved, 1 cannot be determined") && shell.out().contains("it was not asked for"), shell.out());
    }

    @Test
    void withoutALaterSnapshotItSaysWhatToDo() {
        assertEquals(ExitCode.USAGE, verify());
        assertTrue(shell.err().contains("capture the machine again as a verification first"), shell.err());
        assertEquals(ExitCode.USAGE, verify("--snapshot", "1"));
        assertTrue(shell.err().contains("snapshot 1 is not a later one of PC"), shell.err());
    }

    @Test
    void theLogOfAScriptIsReadBack() throws IOException {
        clean();
        Path log = folder.resolve("quarantine/remedy-log.txt");
        assertEquals(ExitCode.OK, shell.run("remedy", "log", log.toString()), shell.err());
        assertTrue(shell.out().contains(": 4 done, 0 done earlier, 0 not there, 0 left\n"), shell.out());
        Files.writeString(log, Files.readString(log).replaceFirst("(?m)^end.*\n", "step\tx\n\u001b[2J\n"));
        assertEquals(ExitCode.DIFFERENT, shell.run("remedy", "log", log.toString()));
        assertTrue(shell.out().contains("it did not come to its end"), shell.out());
        assertTrue(shell.err().contains("2 lines are none that a script of Assay writes"), shell.err());
        assertEquals(ExitCode.FAILED, shell.run("remedy", "log", folder.resolve("none").toString()));
    }
}
