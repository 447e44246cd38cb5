package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Programs.Outcome;
import org.assay.testkit.WinePrefix;

/** Three machines, of which one has another variant at the same place, and a clean one; their scripts are run for real. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExportHostsTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void decide() throws IOException {
        file = folder.resolve("case").toString();
        assertEquals(ExitCode.OK, shell.run("case", "new", file));
        capture("gold", "baseline", machine("gold", ""));
        capture("../one", "suspect", machine("one", "worm"));
        capture("two", "suspect", machine("two", "worm"));
        capture("variant", "suspect", machine("variant", "another"));
        capture("clean", "suspect", machine("clean", ""));
        shell.run("compare", "-c", file, "--all", "--baseline", "1");
        assertEquals(ExitCode.OK, shell.run("fleet", "tag", "-c", file, "quarantine", "--glob", "**worm.vbs"), shell.err());
    }

    private Path machine(String name, String worm) throws IOException {
        Path windows = Files.createDirectories(folder.resolve(name).resolve("Windows"));
        Files.writeString(windows.resolve("a.dll"), "a");
        if (!worm.isEmpty()) {
            Files.writeString(windows.resolve("worm.vbs"), worm);
        }
        return windows.getParent();
    }

    private void capture(String host, String role, Path tree) {
        assertEquals(ExitCode.OK, shell.run("capture", "-c", file, "--host", host, "--role", role, "--tree", "C=" + tree), shell.err());
    }

    private int remedy(String machine) throws IOException {
        try {
            return new ProcessBuilder("sh", folder.resolve("out/common/remedy.sh").toString(), "--apply",
                    folder.resolve(machine).toString(),
                    folder.resolve("quarantine-" + machine).toString()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(machine + ".log").toFile()).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String files(String machine) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(machine))) {
            return files.map(one -> folder.resolve(machine).relativize(one).toString()).sorted().toList().toString();
        }
    }

    @Test
    void eachHostHasAFolderAndTheCommonScriptDoesNothingOnACleanMachine() throws IOException {
        String out = folder.resolve("out").toString();
        assertEquals(ExitCode.OK, shell.run("export", "-c", file, "--hosts", "ALL", "--baseline", "1", "-o", out), shell.err());
        assertTrue(shell.out().contains("nothing is decided on it"), shell.out());
        for (String host : new String[] {"001-___one", "003-two", "004-variant"}) {
            assertTrue(Files.exists(Path.of(out, host, "remedy.sh")), host + shell.out());
        }
        String steps = Files.readString(Path.of(out, "common", "steps.csv"));
        assertEquals(1, steps.lines().skip(1).filter(line -> line.contains("Quarantine")).count(), steps);
        assertTrue(steps.contains("../one two"), steps);
        String before = files("clean");
        assertEquals(0, remedy("clean"));
        assertEquals(before, files("clean"));
        assertEquals(0, remedy("two"), () -> "two.log");
        assertFalse(Files.exists(folder.resolve("two/Windows/worm.vbs")));
        assertEquals(1, remedy("variant"), "what is another state is left, and that is said");
        assertTrue(Files.exists(folder.resolve("variant/Windows/worm.vbs")));
        assertEquals(ExitCode.OK, shell.run("case", "verify", file), shell.err());
    }

    @Test
    void theCommonBatchFileDoesTheSame() throws IOException {
        String out = folder.resolve("out").toString();
        assertEquals(ExitCode.OK, shell.run("export", "-c", file, "--hosts", "ALL", "--baseline", "1", "-o", out), shell.err());
        try (WinePrefix prefix = WinePrefix.make()) {
            String before = files("clean");
            Outcome clean = batch(prefix, "clean");
            assertEquals(0, clean.exitCode(), clean.output());
            assertTrue(clean.output().contains("0 done, 0 done earlier, 1 not there, 0 left"), clean.output());
            assertEquals(before, files("clean"));
            Outcome two = batch(prefix, "two");
            assertEquals(0, two.exitCode(), two.output());
            assertFalse(Files.exists(folder.resolve("two/Windows/worm.vbs")));
            Outcome variant = batch(prefix, "variant");
            assertEquals(1, variant.exitCode(), variant.output());
            assertTrue(Files.exists(folder.resolve("variant/Windows/worm.vbs")));
        }
    }

    private Outcome batch(WinePrefix prefix, String machine) {
        return prefix.runScript(folder, "none", WinePrefix.windows(folder.resolve("out/common/remedy.cmd")),
                WinePrefix.windows(folder.resolve(machine)), WinePrefix.windows(folder.resolve("quarantine-" + machine)), "/apply");
    }

    @Test
    void aGroupIsExportedAloneAndWhatCannotBeMeantIsRefused() throws IOException {
        Path groups = folder.resolve("groups.csv");
        Files.writeString(groups, "host,group\ntwo,sales\n");
        String out = folder.resolve("out").toString();
        assertEquals(ExitCode.USAGE, shell.run("export", "-c", file, "--hosts", "sales", "-o", out));
        assertEquals(ExitCode.USAGE, shell.run("export", "-c", file, "--hosts", "ALL", "--comparison", "1", "-o", out));
        assertEquals(ExitCode.OK, shell.run("export", "-c", file, "--hosts", "sales", "--groups", groups.toString(), "--baseline", "1",
                "-o",
                out), shell.err());
        try (Stream<Path> made = Files.list(Path.of(out))) {
            assertEquals("[001-two, common]", made.map(one -> one.getFileName().toString()).sorted().toList().toString());
        }
        assertEquals(ExitCode.FAILED, shell.run("export", "-c", file, "--hosts", "ALL", "--baseline", "1", "-o", out),
                "the folder is not empty");
    }
}
