package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.assay.testkit.FileMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

class IncidentCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void newCase() {
        file = folder.resolve("outbreak").toString();
        assertEquals(ExitCode.OK, shell.run("case", "new", file));
    }

    private String ok(String command, String... more) {
        return run(ExitCode.OK, command, more);
    }

    private String run(int code, String command, String... more) {
        String[] line = new String[more.length + 4];
        line[0] = "incident";
        line[1] = command;
        line[2] = "-c";
        line[3] = file;
        System.arraycopy(more, 0, line, 4, more.length);
        assertEquals(code, shell.run(line), () -> shell.out() + shell.err());
        return code == ExitCode.OK ? shell.out() : shell.err();
    }

    private void compareTwoMachines() throws IOException {
        Path gold = Files.createDirectories(folder.resolve("gold"));
        Path suspect = Files.createDirectories(folder.resolve("pc"));
        Files.writeString(suspect.resolve("worm.vbs"), "worm");
        shell.run("capture", "-c", file, "--host", "PC09", "--role", "baseline", "--tree", "C=" + gold);
        shell.run("capture", "-c", file, "--host", "PC09", "--role", "suspect", "--tree", "C=" + suspect);
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", file, "1", "2"), shell.err());
    }

    @Test
    void aFactIsNotedWithItsSourceTimePhaseAndAuthor() {
        ok("add", "LoveLetter", "--fact", "name", "--source", "a vendor", "--at", "2000-05-04T09:00Z", "--spent", "1h30m", "--as", "ann");
        String row = ok("log", "-f", "csv").lines().skip(1).findFirst().orElseThrow();
        assertTrue(row.startsWith("\"1\",\"2000-05-04T09:00:00Z\","), row);
        assertTrue(row.endsWith(",\"ann\",\"identification\",\"fact\",\"NAME\",\"name (a vendor):"
                + " LoveLetter\",\"LoveLetter\",\"90\",\"\""), row);
        shell.run("custody", "-c", file, "-f", "csv");
        assertTrue(shell.out().contains("\"INCIDENT_NOTED\"") && shell.out().contains("entry 1: name (a vendor): LoveLetter"), shell.out());
        assertEquals(ExitCode.OK, shell.run("case", "verify", file), shell.err());
    }

    @Test
    void anEntrySpeaksOfHostsFilesChangesAndTags() throws IOException {
        compareTwoMachines();
        shell.run("tag", "-c", file, "quarantine", "--change", "1");
        ok("add", "it was here", "--host", "PC09", "--file", "PC09=C:\\worm.vbs", "--change", "1", "--tag", "1");
        String json = ok("log", "-f", "json");
        for (String reference : new String[] {"\"PC09\"", "\"C:\\\\worm.vbs on PC09\"", "(change 1 of comparison 1)\"", "\"tag on C:"}) {
            assertTrue(json.contains(reference), json);
        }
        assertFalse(shell.err().contains("nothing of"), shell.err());
        ok("add", "sends mail by itself", "--host", "PC99");
        assertTrue(shell.err().contains("the case has nothing of PC99 yet."), shell.err());
        assertTrue(run(ExitCode.USAGE, "add", "x", "--host", " ").contains("A host has a name."));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--change", "99").contains("no change 99"));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--file", "worm.vbs").contains("HOST=PATH"));
    }

    @Test
    void whatCannotBeMeantIsRefusedWithASentence() {
        assertTrue(run(ExitCode.USAGE, "add").contains("Say what is to be noted."));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--at", "yesterday").contains("'yesterday' is not a time"));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--at", "9999-01-01T00:00Z").contains("has not come yet"));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--spent", "2000h").contains("is not a working time"));
        assertTrue(run(ExitCode.USAGE, "add", "x", "--fact", "colour").contains("'colour' is none of first_report,"));
        assertEquals(1, ok("log", "-f", "csv").lines().count());
    }

    @Test
    void nothingIsClosedWhileSomethingIsSwitchedOff() {
        ok("off", "mail connector", "it spreads by mail", "--kind", "connection", "--as", "ann");
        ok("off", "PC09", "it has it", "--kind", "machine");
        assertTrue(ok("log").contains("containment"));
        assertFalse(ok("log").matches("(?s).*:\\d\\d\\.\\d.*"), "seconds are enough in a table: " + shell.out());
        assertTrue(ok("log", "-f", "csv").matches("(?s).*:\\d\\d\\.\\d+Z.*"), shell.out());
        String open = run(ExitCode.DIFFERENT, "open", "-f", "csv") + shell.out();
        assertTrue(open.contains("\"mail connector\",\"connection\",") && open.contains("\"ann\",\"it spreads by mail\""), open);
        assertTrue(run(ExitCode.USAGE, "close").contains("as entries 1, 2 still say."));
        assertTrue(run(ExitCode.USAGE, "on", "fax").contains("Nothing is off that is called fax."));
        ok("on", "PC09", "--at", Instant.now().toString());
        assertTrue(run(ExitCode.USAGE, "close").contains("as entry 1 still says."));
        ok("on", "1");
        assertTrue(run(ExitCode.USAGE, "on", "1").contains("Nothing is off that is called 1."));
        assertTrue(ok("open").contains("nothing is off; the incident is open"));
        ok("close", "two weeks without a trace");
        assertTrue(ok("open").contains("nothing is off; the incident is closed"));
        assertTrue(run(ExitCode.USAGE, "off", "PC10", "again").contains("The incident is closed. Reopen it first"));
        ok("reopen", "it came back");
        ok("off", "PC10", "again");
    }

    @Test
    void whoWasToldWhatAndHowIsKept() {
        ok("told", "all users", "leave the letter unopened", "--by", "public_address");
        ok("add", "something else");
        String rows = ok("log", "--told", "-f", "csv");
        assertEquals(2, rows.lines().count(), rows);
        assertTrue(rows.contains("\"communication\",\"told\",\"\",\"all users told, public address: leave the letter unopened\""), rows);
        assertTrue(run(ExitCode.USAGE, "told", "all users", "x").contains("--by"));
    }

    @Test
    void aPointIsOpenUntilSomebodySaysHowItStands() {
        assertEquals(24, ok("checklist", "mail-virus", "--open", "-f", "csv").lines().skip(1).count());
        ok("check", "leader", "done", "Ann leads", "--as", "bert");
        ok("check", "mail-virus:network-off", "not_applicable");
        String points = ok("checklist", "-f", "csv");
        assertTrue(points.contains("\"outbreak\",\"leader\",\"identification\",\"done\",\"bert\","), points);
        assertTrue(points.contains("\"mail-virus\",\"network-off\",\"containment\",\"not applicable\","), points);
        assertEquals(23, ok("checklist", "mail-virus", "--open", "-f", "csv").lines().skip(1).count());
        ok("check", "leader", "open", "Ann is ill");
        assertTrue(ok("checklist", "outbreak", "--open").contains("leader"));
        assertTrue(run(ExitCode.USAGE, "check", "dealer", "done").contains("No checklist has a point dealer"));
        assertTrue(run(ExitCode.USAGE, "checklist", "theirs").contains("There are: outbreak, mail-virus."));
    }

    @Test
    void aChecklistOfTheTeamsOwnIsKeptInTheCase() throws IOException {
        Path own = folder.resolve("ours.toml");
        Files.writeString(own, "name = \"ours\"\ntitle = \"Ours\"\n[[point]]\nid = \"leader\"\nphase = \"review\"\ntext = \"Said so\"\n");
        ok("checklist", "--add", own.toString());
        assertTrue(run(ExitCode.USAGE, "checklist", "--add", own.toString())
                .contains("The case has a checklist ours already. Give this one another name in its file."));
        Files.delete(own);
        assertTrue(run(ExitCode.USAGE, "check", "leader", "done").contains("say which, outbreak:leader or ours:leader."));
        ok("check", "ours:leader", "done");
        assertTrue(ok("checklist", "ours", "-f", "csv").contains("\"ours\",\"leader\",\"review\",\"done\","));
        Files.writeString(own, "name = \"ours\"\ntitle = \"Ours\"\n[[point]]\nid = \"a\"\nphase = \"never\"\ntext = \"x\"\n");
        assertTrue(run(ExitCode.USAGE, "checklist", "--add", own.toString()).contains("line 5: phase is one of"));
        Files.writeString(own, "name = \"outbreak\"\ntitle = \"Ours\"\npoint = []\n");
        assertTrue(run(ExitCode.USAGE, "checklist", "--add", own.toString()).contains("Assay has a checklist outbreak of its own."));
    }

    @Test
    void theTimelineHasEverythingInOrderAndTheReportIsWrittenOnce() throws IOException {
        compareTwoMachines();
        shell.run("tag", "-c", file, "quarantine", "--change", "1", "--note", "<b>", "--analyst", "ann");
        ok("add", "it began", "--at", "1999-05-04T09:00Z", "--host", "PC09");
        String timeline = ok("timeline", "-f", "csv");
        assertTrue(timeline.lines().skip(1).findFirst().orElseThrow().startsWith("\"1999-05-04T09:00:00Z\",\"entry\",\"PC09\","), timeline);
        for (String kind : new String[] {"capture", "comparison", "tag", "file"}) {
            assertTrue(timeline.contains("\"" + kind + "\",\"PC09\","), timeline);
        }
        assertEquals(2, ok("timeline", "--only", "entry", "-f", "csv").lines().count());
        String page = folder.resolve("incident.html").toString();
        ok("report", "-o", page);
        assertTrue(FileMode.isOwnerOnly(Path.of(page)));
        assertTrue(Files.readString(Path.of(page)).contains("1 change: quarantine, &lt;b&gt;"));
        assertTrue(run(ExitCode.FAILED, "report", "-o", page).contains("Something is at"));
        assertTrue(ok("timeline", "--only", "export").contains("report of the incident, to "));
        assertEquals(ExitCode.OK, shell.run("case", "verify", file), shell.err());
    }

    @Test
    void hostileTextIsShownAndObeysNothing() {
        ok("add", "a\u001b[31m\nb\u202e", "--as", "x\ny");
        String row = ok("log").lines().skip(1).findFirst().orElseThrow();
        assertTrue(row.contains("a\\x1b[31m\\nb\\u{202e}") && row.contains("x\\ny"), row);
    }
}
