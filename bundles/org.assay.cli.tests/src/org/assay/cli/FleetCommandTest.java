package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assay.testkit.FileMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** Five machines of one gold image, of which two have a worm and one cannot be determined. */
class FleetCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;

    @BeforeEach
    void makeACase() throws IOException {
        caseFile = shell.newCase(folder);
        capture("gold", "baseline", machine("gold"));
        infect("one", "2000-05-04T09:00:00Z");
        infect("two", "2000-05-04T08:00:00Z");
        Path spared = machine("spared");
        Files.writeString(spared.resolve("Windows/nohost.cfg"), "Enabled=0");
        capture("spared", "suspect", spared);
        capture("partial", "suspect", machine("partial"), "--exclude", "C:/Windows/Temp");
    }

    private Path machine(String name) throws IOException {
        Path tree = Files.createDirectories(folder.resolve(name).resolve("Windows/Temp")).getParent().getParent();
        Files.writeString(tree.resolve("Windows/a.dll"), "a");
        Files.setLastModifiedTime(tree.resolve("Windows/a.dll"), FileTime.from(Instant.parse("2000-01-01T00:00:00Z")));
        return tree;
    }

    private void infect(String host, String time) throws IOException {
        Path tree = machine(host);
        for (String file : List.of("Windows/Temp/worm.txt.vbs", "Windows/Temp/second.txt.vbs")) {
            Files.writeString(tree.resolve(file), "' worm " + file);
            Files.setLastModifiedTime(tree.resolve(file), FileTime.from(Instant.parse(time)));
        }
        capture(host, "suspect", tree);
    }

    private void capture(String host, String role, Path tree, String... more) {
        List<String> line = new ArrayList<>(List.of("capture", "-c", caseFile, "--host", host, "--role", role, "--tree",
                "C=" + tree));
        line.addAll(List.of(more));
        assertEquals(ExitCode.OK, shell.run(line.toArray(String[]::new)), shell.err());
    }

    @Test
    void allHostsAreComparedAndThoseThatAreStoredAreNotComparedAgain() {
        assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, "--all", "--baseline", "1"));
        assertEquals(List.of("one", "partial", "spared", "two"), column(0));
        assertEquals(List.of("compared", "compared", "compared", "compared"), column(1));
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1");
        assertEquals(List.of("stored", "stored", "stored", "stored"), column(1));
        assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, "--all"));
        assertTrue(shell.out().contains("it has no baseline"), shell.out());
        assertTrue(shell.err().contains("not compared: one, partial, spared, two"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "--all", "1", "2"));
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "1"));
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "1", "2", "--baseline", "1"));
    }

    @Test
    void theHostsAreJudgedByTheMarksAndWhatWasNotLookedAtIsNotCalledClean() {
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1");
        assertEquals(ExitCode.OK, shell.run("fleet", "tag", "-c", caseFile, "quarantine", "--glob", "**.vbs"), shell.err());
        assertTrue(shell.out().contains("2 changes on 2 hosts: quarantine"), shell.out());
        assertEquals(ExitCode.GAPS, shell.run("fleet", "hosts", "-c", caseFile, "-f", "csv"));
        List<String> rows = shell.out().lines().toList();
        assertTrue(row(rows, "\"two\",\"\"").contains("\"INFECTED\",\"A\"") && row(rows, "\"two\",\"\"").contains("2000-05-04T08:00:00Z"),
                rows.toString());
        assertTrue(row(rows, "\"spared\",\"\"").contains("CLEAN"), rows.toString());
        assertTrue(row(rows, "partial").contains("NOT_JUDGED"), row(rows, "partial"));
        assertTrue(row(rows, "partial").contains("2 of the 2 marks lie where nothing is known of it"), row(rows, "partial"));
        assertFalse(rows.stream().anyMatch(line -> line.startsWith("gold")), "the gold image is none of the fleet");
    }

    @Test
    void whatTheCleanHaveIsAnOutlier() {
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1");
        shell.run("fleet", "tag", "-c", caseFile, "quarantine", "--glob", "**.vbs");
        assertEquals(ExitCode.GAPS, shell.run("fleet", "outliers", "-c", caseFile), shell.err());
        assertTrue(shell.out().contains("which are few"), shell.out());
        assertTrue(shell.out().lines().anyMatch(line -> line.contains("nohost.cfg") && line.contains("1 of 1") && line.contains("0 of 2")),
                shell.out());
        assertEquals(ExitCode.USAGE, shell.run("fleet", "outliers", "-c", caseFile, "nobody"));
    }

    @Test
    void changesAreFilteredByHowManyHostsHaveThem() {
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1");
        assertEquals(ExitCode.GAPS, shell.run("fleet", "changes", "-c", caseFile, "--on", "2-", "--kind", "added", "-f", "json"));
        assertTrue(shell.out().contains("worm.txt.vbs") && !shell.out().contains("nohost.cfg"), shell.out());
        assertTrue(shell.out().contains("\"cannot_tell\""), shell.out());
        shell.run("fleet", "changes", "-c", caseFile, "--on", "1", "--kind", "added");
        assertTrue(shell.out().contains("nohost.cfg") && !shell.out().contains("worm.txt.vbs"), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("fleet", "changes", "-c", caseFile, "--on", "x"));
    }

    @Test
    void theMatrixSaysWhoHasWhatAndWhereItCannotBeTold() throws IOException {
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1");
        shell.run("fleet", "matrix", "-c", caseFile, "-f", "csv");
        String worm = row(shell.out().lines().toList(), "worm.txt.vbs");
        assertTrue(worm.endsWith(",\"x\",\"?\",\"\",\"x\""), worm);
        Path page = folder.resolve("matrix.html");
        assertEquals(ExitCode.GAPS, shell.run("fleet", "matrix", "-c", caseFile, "--html", page.toString()));
        assertTrue(FileMode.isOwnerOnly(page));
        assertTrue(Files.readString(page).contains("<td class=\"untold\">?</td>"));
        assertEquals(ExitCode.FAILED, shell.run("fleet", "matrix", "-c", caseFile, "--html", page.toString()));
    }

    @Test
    void groupsComeFromAList() throws IOException {
        Path list = Files.writeString(folder.resolve("groups.csv"), "Host,Group\none,sales\nspared,sales\ntwo,\"it, lab\"\n");
        shell.run("compare", "-c", caseFile, "--all", "--baseline", "1", "--groups", list.toString(), "--group", "sales");
        assertEquals(List.of("one", "spared"), column(0));
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "--all", "--groups", list.toString(), "--group", "none"));
        Files.writeString(list, "host,group\none,a\none,b\n");
        assertEquals(ExitCode.USAGE, shell.run("fleet", "hosts", "-c", caseFile, "--groups", list.toString()));
        assertTrue(shell.err().contains("Line 3") && shell.err().contains("twice"), shell.err());
    }

    @Test
    void hostsOfAListAreCapturedAndOneThatFailsDoesNotStopTheOthers() throws IOException {
        Path list = Files.writeString(folder.resolve("hosts.csv"), "host,group,tree,exclude\nnine,a,C=" + machine("nine")
                + ",C:/Windows/Temp;C:/x\nmissing,a,C=" + folder.resolve("none") + ",\nten,b,C=" + machine("ten") + ",\n");
        assertEquals(ExitCode.GAPS, shell.run("capture", "-c", caseFile, "--hosts", list.toString(), "--role", "suspect", "-f", "csv"));
        List<String> rows = shell.out().lines().toList();
        assertTrue(row(rows, "nine").contains("COMPLETE") && row(rows, "ten").contains("COMPLETE"), rows.toString());
        assertTrue(row(rows, "missing").contains("NOT CAPTURED"), rows.toString());
        Path toml = Files.writeString(folder.resolve("hosts.toml"), "[[host]]\nhost = \"eleven\"\nrole = \"suspect\"\ntree = [\"C="
                + machine("eleven") + "\"]\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--hosts", toml.toString()), shell.err());
        Files.writeString(toml, "a = " + "[".repeat(100_000));
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile, "--hosts", toml.toString()));
        assertTrue(shell.err().contains("nested too deeply"), shell.err());
        Files.writeString(list, "host,colour\nnine,red\n");
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile, "--hosts", list.toString(), "--role", "suspect"));
        assertTrue(shell.err().contains("Line 2") && shell.err().contains("colour"), shell.err());
    }

    private static String row(List<String> rows, String what) {
        return rows.stream().filter(line -> line.contains(what)).findFirst().orElseThrow(() -> new AssertionError(rows.toString()));
    }

    /** The words of a column of the table that was printed, without its heading; the table has no empty cells before it. */
    private List<String> column(int at) {
        return shell.out().lines().skip(1).map(line -> line.strip().split("\\s{2,}")[at]).toList();
    }
}
