package org.assay.cli;

import static org.assay.testkit.WinePrefix.windows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Programs.Outcome;
import org.assay.testkit.WinePrefix;

/**
 * The whole way in Wine: a machine is captured, infected, captured, compared, tagged, exported, cleaned by remedy.cmd, captured again and
 * verified; then it is infected again by undoing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WineLoopTest {

    private static final String KEY = "HKLM\\Software\\AssayLoop";
    private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final Instant INSTALLED = Instant.parse("2020-01-01T00:00:00Z");

    private final Shell shell = new Shell();
    @AutoClose
    private WinePrefix prefix;

    @TempDir
    private Path folder;
    private Path disk;
    private String caseFile;

    @BeforeAll
    void makePrefix() {
        prefix = WinePrefix.make();
    }

    private void write(String path, String content) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, content), FileTime.from(INSTALLED));
    }

    private void reg(String... command) {
        List<String> all = new ArrayList<>(List.of("reg"));
        all.addAll(List.of(command));
        prefix.run(folder, all.toArray(String[]::new)).orFail();
    }

    private void capture(String role) {
        prefix.flush();
        int code = shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", "C=" + disk,
                "--reg", prefix.folder().resolve("system.reg").toString(), "--reg", prefix.folder().resolve("user.reg").toString());
        assertTrue(code == ExitCode.OK || code == ExitCode.GAPS, shell.err());
    }

    private Outcome remedy(String... options) {
        List<String> arguments = new ArrayList<>(List.of(windows(disk), windows(folder.resolve("quarantine"))));
        arguments.addAll(List.of(options));
        return prefix.runScript(folder, windows(disk), windows(folder.resolve("out/remedy.cmd")), arguments.toArray(String[]::new));
    }

    private String verified() {
        capture("verification");
        shell.run("verify-remediation", "-c", caseFile, "--comparison", "1");
        return shell.out() + shell.err();
    }

    private void infect() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        caseFile = shell.newCase(folder);
        write("Windows/win.ini", "[windows]\r\nload=\r\n");
        write("Windows/hosts", "127.0.0.1 localhost\r\n");
        reg("add", KEY, "/v", "Shell", "/d", "explorer.exe", "/f");
        capture("baseline");
        write("Windows/win.ini", "[windows]\r\nload=worm.exe\r\n");
        write("Windows/worm.exe", "MZ this is a worm");
        Files.delete(disk.resolve("Windows/hosts"));
        reg("add", KEY, "/v", "Shell", "/d", "worm.exe explorer.exe", "/f");
        reg("add", KEY + "\\Evil", "/v", "x", "/t", "REG_DWORD", "/d", "7", "/f");
        reg("add", RUN, "/v", "worm", "/d", "C:\\Windows\\worm.exe", "/f");
        capture("suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2") & ~ExitCode.GAPS, shell.err());
        for (String glob : List.of("C:**", "**AssayLoop**", "**worm**")) {
            assertEquals(ExitCode.OK, shell.run("tag", "repair", "-c", caseFile, "--glob", glob), glob + shell.err());
        }
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", folder.resolve("out").toString()), shell.err());
    }

    @Test
    void whatWasInfectedIsCleanedVerifiedAndInfectedAgain() throws IOException {
        infect();
        Outcome applied = remedy("/apply");
        assertEquals(0, applied.exitCode(), applied.output());
        String verified = verified();
        assertTrue(verified.contains(": 7 resolved; "), verified + applied.output());

        Outcome again = remedy("/apply");
        assertTrue(again.exitCode() == 0 && again.output().contains("0 done, "), again.output());

        Outcome undone = remedy("/undo", "/apply");
        assertEquals(0, undone.exitCode(), undone.output());
        String infected = verified();
        assertTrue(infected.contains(": 0 resolved, 7 came back; "), infected + undone.output());
    }
}
