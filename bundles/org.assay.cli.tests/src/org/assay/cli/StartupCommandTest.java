package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** The startup entries of one snapshot, and with locations of the user's own. */
class StartupCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;
    private Path tree;

    @BeforeEach
    void makeACase() throws IOException {
        caseFile = folder.resolve("case").toString();
        tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("etc/own.d"));
        Files.createDirectories(tree.resolve("lib"));
        Files.writeString(tree.resolve("etc/rc.local"), "#!/bin/sh\n");
        Files.writeString(tree.resolve("etc/own.d/start.conf"), "run=/lib/evil\n");
        Files.writeString(tree.resolve("lib/evil"), "x");
        assertEquals(ExitCode.OK, shell.run("case", "new", caseFile));
    }

    private void capture(String... more) {
        capture(ExitCode.OK, more);
    }

    private void capture(int code, String... more) {
        String[] fixed = {"capture", "-c", caseFile, "--host", "PC", "--role", "suspect", "--tree", tree.toString()};
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        assertEquals(code, shell.run(all), shell.err());
    }

    @Test
    void aSnapshotIsListedWithoutABaseline() {
        capture();
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--snapshot", "1", "-f", "json"), shell.err());
        assertTrue(shell.out().contains("\"catalogue\" : \"lx-rc-local\"") && shell.out().contains("\"PRESENT\""), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("startup", "-c", caseFile, "--snapshot", "7"), shell.err());
    }

    @Test
    void theColumnsOfAutorunsStandBesideOursInCsv() {
        capture();
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--snapshot", "1", "-f", "csv"), shell.err());
        String head = shell.out().lines().findFirst().orElseThrow();
        assertTrue(head.startsWith("\"severity\",") && head.endsWith("\"Time\",\"Entry Location\",\"Entry\",\"Enabled\",\"Category\","
                + "\"Profile\",\"Description\",\"Signer\",\"Company\",\"Image Path\",\"Version\",\"Launch String\","
                + "\"MD5\",\"SHA-1\",\"SHA-256\""), head);
        assertTrue(shell.out().contains("\"/etc\",\"rc.local\",\"enabled\",\"Boot\",\"System-wide\""), shell.out());
    }

    private Path catalogue(String id) throws IOException {
        return Files.writeString(folder.resolve(id + ".json"), """
                {"format": 1, "locations": [{"id": "%s", "title": "Own start file", "os": "linux", "kind": "ini-value",
                 "places": [{"path": "/etc/own.d/*.conf", "values": ["run"]}], "data": "command", "content": true, "severity": "high"}]}
                """.formatted(id));
    }

    @Test
    void whatACatalogueOfOnesOwnFoundIsInEveryLaterListAndInTheExport() throws IOException {
        Path own = catalogue("own-start");
        capture("--catalogue", own.toString());
        Files.writeString(tree.resolve("etc/own.d/more.conf"), "run=/lib/evil\n");
        capture("--catalogue", own.toString());
        Files.delete(own);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        assertTrue(shell.out().contains("with the startup catalogue " + own + " (SHA-256 "), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("startup", "-c", caseFile, "-f", "json"), shell.err());
        assertTrue(shell.out().contains("\"catalogue\" : \"own-start\"") && shell.out().contains("\"name\" : \"" + own), shell.out());
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--snapshot", "2", "-f", "csv"), shell.err());
        assertTrue(shell.out().contains("\"own-start\"") && shell.err().contains("with the startup catalogue " + own), shell.err());
        Path export = folder.resolve("export");
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", export.toString()), shell.err());
        String report = Files.readString(export.resolve("report.html"));
        assertTrue(report.contains("Own start file") && report.contains(own.toString()), report);
        assertTrue(Files.readString(export.resolve("changes.json")).contains("\"catalogues\":[{\"name\":\"" + own));
    }

    @Test
    void aListWithAnotherCatalogueSaysWhichAndInPlaceOfWhich() throws IOException {
        Path own = catalogue("own-start");
        Path other = catalogue("other-start");
        capture("--catalogue", own.toString());
        capture();
        shell.run("compare", "-c", caseFile, "1", "2");
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--all", "--catalogue", other.toString()), shell.err());
        assertTrue(shell.out().contains("with the startup catalogue " + other + " (SHA-256 "), shell.out());
        assertTrue(shell.out().contains("), instead of " + own + " (SHA-256 "), shell.out());
    }

    @Test
    void aResumedCaptureKeepsTheCataloguesItBeganWith() throws IOException {
        Path own = catalogue("own-start");
        Path export = Files.writeString(folder.resolve("some.reg"), "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n\"a\"=dword:zz\r\n");
        capture(ExitCode.GAPS, "--catalogue", own.toString(), "--reg", export.toString());
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile, "--resume", "--catalogue", own.toString()));
        assertTrue(shell.err().contains("a resumed capture keeps its evidence and options: leave out --catalogue"), shell.err());
        Files.writeString(export, "REGEDIT4\r\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--resume"), shell.err());
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--snapshot", "2", "-f", "csv"), shell.err());
        assertTrue(shell.out().contains("\"own-start\""), shell.out());
    }

    @Test
    void ownLocationsAreCapturedAndListed() throws IOException {
        Path own = catalogue("own-start");
        capture("--catalogue", own.toString());
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile, "--snapshot", "1", "--catalogue", own.toString(), "-f", "csv"));
        assertTrue(shell.out().contains("\"own-start\"") && shell.out().contains("\"/lib/evil\""), shell.out());
    }

    @Test
    void aListOfAutorunsIsASnapshotWhoseEntriesAreListedAndCompared() throws IOException {
        String heading = "Time,Entry Location,Entry,Enabled,Category,Profile,Image Path,Launch String,SHA-256\r\n";
        String run = ",HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run,Tool,enabled,Logon,System-wide,C:\\t.exe,C:\\t.exe /x,";
        String task = ",Task Scheduler,\\Evil,enabled,Tasks,System-wide,C:\\e.vbs,wscript C:\\e.vbs," + "cd".repeat(32) + "\r\n";
        Path gold = Files.writeString(folder.resolve("gold.csv"), heading + run + "ab".repeat(32) + "\r\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), heading + run + "ef".repeat(32) + "\r\n" + task);
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "baseline", "--autoruns", gold.toString()),
                shell.err());
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "suspect", "--autoruns", bad.toString()),
                shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("startup", "-c", caseFile, "-f", "json"), shell.err());
        assertTrue(shell.out().contains("entry `Tool` is as before and starts `C:\\\\t.exe`, which was modified"), shell.out());
        assertTrue(shell.out().contains("new entry `\\\\Evil` starts `C:\\\\e.vbs`, which is new"), shell.out());
    }

    @Test
    void aWrongCatalogueIsNamedWithItsLineAndLocation() throws IOException {
        capture();
        Path own = Files.writeString(folder.resolve("own.json"), "{\"format\": 1,\n\"locations\": [{\"id\": \"mine\", \"os\": \"dos\"}]}");
        assertEquals(ExitCode.FAILED, shell.run("startup", "-c", caseFile, "--snapshot", "1", "--catalogue", own.toString()));
        assertTrue(shell.err().contains("own.json is wrong at line 2 in the location mine: it has no \"places\""), shell.err());
        assertEquals(ExitCode.FAILED, shell.run("startup", "-c", caseFile, "--snapshot", "1", "--catalogue", "/no/such/file"));
        assertTrue(shell.err().contains("The catalogue /no/such/file cannot be read"), shell.err());
    }
}
