package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Corpora;
import org.assay.testkit.HiveBuilder;
import org.assay.testkit.NeedsCorpora;

/** A machine's disk is cleaned without its system: captured, compared, tagged, exported, cleaned, captured again, verified, and back. */
class OfflineCommandTest {

    private static final String RUN = "Microsoft\\Windows\\CurrentVersion\\Run";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;
    private Path disk;
    private String caseFile;

    @BeforeEach
    void makeDisk() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        caseFile = shell.newCase(folder);
        write("Windows/System32/config/SYSTEM", system("driver.sys"));
        write("Windows/System32/config/SOFTWARE", software(false));
        write("Windows/win.ini", "[windows]\r\nload=\r\n".getBytes(StandardCharsets.US_ASCII));
        write("Windows/system.ini", "[boot]\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private Path write(String path, byte[] content) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    private static byte[] system(String image) {
        HiveBuilder hive = new HiveBuilder(3);
        hive.root().key("Select").value("Current", 4, new byte[] {1, 0, 0, 0});
        hive.root().key("ControlSet001").key("Services").key("driver").text("ImagePath", image);
        return hive.build();
    }

    private static byte[] software(boolean infected) {
        HiveBuilder hive = new HiveBuilder(5);
        HiveBuilder.Key version = hive.root().key("Microsoft").key("Windows").key("CurrentVersion");
        HiveBuilder.Key run = version.key("Run").text("Tray", infected ? "evil.exe tray.exe" : "tray.exe");
        if (infected) {
            run.text("worm", "C:\\Windows\\worm.exe");
            HiveBuilder.Key worm = version.key("Worm").text("", "x").className("Shell");
            worm.key("deep").value("data", 3, new byte[20_000]);
        } else {
            version.key("Policies").key("Explorer").value("NoRun", 4, new byte[4]);
        }
        return hive.build();
    }

    private void infect() throws IOException {
        capture("baseline");
        write("Windows/System32/config/SYSTEM", system("worm.sys"));
        write("Windows/System32/config/SOFTWARE", software(true));
        write("Windows/worm.exe", "MZ worm".getBytes(StandardCharsets.US_ASCII));
        write("Windows/win.ini", "[windows]\r\nload=worm\r\n".getBytes(StandardCharsets.US_ASCII));
        Files.delete(disk.resolve("Windows/system.ini"));
        capture("suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        tag("HK**", "**worm.exe", "**.ini");
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", out().toString()), shell.err());
    }

    private void tag(String... globs) {
        for (String glob : globs) {
            assertEquals(ExitCode.OK, shell.run("tag", "repair", "-c", caseFile, "--glob", glob), shell.err());
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private void capture(String role) {
        shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", "C=" + disk);
        assertFalse(shell.err().contains("error"), shell.err());
    }

    private int offline(String... more) {
        List<String> line = new ArrayList<>(List.of("remedy", "offline", "--tree", "C=" + disk, "--quarantine",
                folder.resolve("quarantine").toString(), out().toString()));
        line.addAll(List.of(more));
        return shell.run(line.toArray(String[]::new));
    }

    private String verified() {
        capture("verification");
        shell.run("verify-remediation", "-c", caseFile, "--comparison", "1");
        return shell.out();
    }

    /** Every file by its path, with its content. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(disk)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(disk.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    @Test
    void theDiskIsCleanedVerifiedAndInfectedAgain() throws IOException {
        infect();
        Map<String, String> infected = content();
        assertEquals(ExitCode.OK, offline(), shell.out() + shell.err());
        assertTrue(shell.out().contains("this was a preview") && shell.out().contains(" would be done, 0 done earlier, 0 not there, 0 "),
                shell.out());
        assertEquals(infected, content());
        assertFalse(Files.exists(folder.resolve("quarantine")));

        assertEquals(ExitCode.OK, offline("--apply"), shell.out() + shell.err());
        Map<String, String> clean = content();
        assertFalse(clean.containsKey("Windows/worm.exe"));
        assertEquals("[windows]\r\nload=\r\n", clean.get("Windows/win.ini"));
        String verified = verified();
        assertTrue(verified.contains(" resolved; ") && !verified.contains("remains"), verified);
        assertEquals(infected.get("Windows/System32/config/SOFTWARE"), Files.readString(
                folder.resolve("quarantine/hives/tree-1/Windows/System32/config/SOFTWARE"), StandardCharsets.ISO_8859_1));

        assertEquals(ExitCode.OK, offline("--apply"), shell.out() + shell.err());
        assertTrue(shell.out().contains("\n0 done, "), shell.out());
        assertEquals(clean, content());
        assertEquals(ExitCode.OK, shell.run("remedy", "log", folder.resolve("quarantine/remedy-log.txt").toString()), shell.err());
        assertTrue(shell.out().startsWith("run 1: ") && shell.out().contains(" done, 0 done earlier, 0 not there, 0 left\n"), shell.out());
        assertEquals("", shell.err());

        assertEquals(ExitCode.OK, offline("--undo", "--apply"), shell.out() + shell.err());
        capture("verification");
        assertEquals(ExitCode.DIFFERENT, shell.run("verify-remediation", "-c", caseFile, "--comparison", "1"), shell.out());
        assertTrue(shell.out().contains(": 0 resolved, ") && !shell.out().contains("changed again"), shell.out());
    }

    @Test
    void oneBrokenPreconditionRefusesThatStepOnly() throws IOException {
        infect();
        write("Windows/worm.exe", "MZ another".getBytes(StandardCharsets.US_ASCII));
        HiveBuilder hive = new HiveBuilder(5);
        hive.root().key("Microsoft").key("Windows").key("CurrentVersion").key("Run").text("Tray", "another.exe")
                .text("worm", "C:\\Windows\\worm.exe");
        write("Windows/System32/config/SOFTWARE", hive.build());
        assertEquals(ExitCode.DIFFERENT, offline("--apply", "--format", "csv"), shell.err());
        List<String> left = shell.out().lines().filter(line -> line.startsWith("\"left\"")).toList();
        assertEquals(2, left.size(), shell.out());
        assertTrue(left.getFirst().contains(RUN + " [Tray]") && left.getFirst().contains("type or data is not what was judged"),
                left::toString);
        assertTrue(left.getLast().contains("worm.exe") && left.getLast().contains("its SHA-256 is another one"), left::toString);
        assertEquals("MZ another", Files.readString(disk.resolve("Windows/worm.exe")));
    }

    @Test
    void aWriteThatWasBrokenOffIsFinished() throws IOException {
        infect();
        Path hive = disk.resolve("Windows/System32/config/SOFTWARE");
        byte[] infected = Files.readAllBytes(hive);
        assertEquals(ExitCode.OK, offline("--apply"), shell.err());
        byte[] wanted = Files.readAllBytes(hive);
        Path kept = folder.resolve("quarantine/hives/tree-1/Windows/System32/config/SOFTWARE");
        Files.write(kept.resolveSibling("SOFTWARE.next"), wanted);
        byte[] torn = wanted.clone();
        System.arraycopy(infected, 4096, torn, 4096, 4096);
        torn[8]--;
        Files.write(hive, torn);
        assertEquals(ExitCode.OK, offline("--apply"), shell.out() + shell.err());
        assertTrue(shell.out().contains("\n0 done, "), shell.out());
        assertTrue(Arrays.equals(wanted, Files.readAllBytes(hive)));
        assertFalse(Files.exists(kept.resolveSibling("SOFTWARE.next")));
    }

    @Test
    void nothingOutsideTheDiskIsTouched() throws IOException {
        infect();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(disk.resolve("Windows"), elsewhere.resolve("Windows"));
        Files.createSymbolicLink(disk.resolve("Windows"), elsewhere.resolve("Windows"));
        assertEquals(ExitCode.DIFFERENT, offline("--apply"), shell.err());
        assertTrue(shell.out().contains("\n0 done, "), shell.out());
        assertTrue(Files.exists(elsewhere.resolve("Windows/worm.exe")));
    }

    @Test
    void aPlanThatWasAlteredIsRefused() throws IOException {
        infect();
        Path plan = out().resolve("plan.json");
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("worm.exe", "kern.exe"));
        assertEquals(ExitCode.FAILED, offline("--apply"));
        assertTrue(shell.err().contains("it was altered"), shell.err());
        Files.delete(out().resolve("SHA256SUMS"));
        Files.writeString(plan, text.substring(0, 400));
        assertEquals(ExitCode.FAILED, offline("--apply"));
        Files.writeString(plan, text.replace("\"Windows\",\"worm.exe\"", "\"..\",\"worm.exe\""));
        assertEquals(ExitCode.DIFFERENT, offline(), shell.err());
        assertTrue(shell.out().contains("a name in its path would lead elsewhere"), shell.out());
    }

    /** The hive of a real user, before and after tampering. */
    @Test
    @NeedsCorpora
    void aRealHiveIsCleaned() throws IOException {
        Path hive = disk.resolve("Users/ann/NTUSER.DAT");
        Files.createDirectories(hive.getParent());
        copyToWrite("NTUSER.DAT", hive);
        capture("baseline");
        copyToWrite("NTUSER_modified.DAT", hive);
        capture("suspect");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        tag("HK**");
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", out().toString()), shell.err());
        assertEquals(ExitCode.OK, offline("--apply"), shell.out() + shell.err());
        assertTrue(shell.out().contains(" done, 0 done earlier, 0 not there, 0 left as they are"), shell.out());
        String verified = verified();
        assertTrue(verified.contains(": 14 resolved; "), verified);
        assertEquals(ExitCode.OK, offline("--undo", "--apply"), shell.out() + shell.err());
        assertTrue(verified().contains(": 0 resolved, 14 "), shell.out());
    }

    /** The content alone: the real hives may be write-protected, and who is not root cannot write a copy that is, too. */
    private static void copyToWrite(String name, Path hive) throws IOException {
        Files.write(hive, Files.readAllBytes(Corpora.hives().resolve("regipy").resolve(name)));
    }
}
