package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;
import org.assay.testkit.Golden;

/** What {@code assay snapshots N} says of one snapshot. */
class SnapshotSheetTest {

    private static final String DAMAGED = "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Bro\u202eken]\r\n\"a\"=dword:zz\r\n";

    /** What is another on every machine and in every run. */
    private static final List<String> VARYING = List.of("started", "finished", "Assay", "user", "machine", "operating system",
            "clock's time zone", "began", "ended", "seconds", "access times left as they were");

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void everythingIsSaidInLinesThatAreSafeToShow() throws IOException {
        String caseFile = folder.resolve("case.mv.db").toString();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("a"), "hello");
        Path export = Files.writeString(folder.resolve("damaged.reg"), DAMAGED);
        shell.run("case", "new", caseFile);
        shell.run("capture", "-c", caseFile, "--host", "p\u202ec\n", "--role", "baseline", "--label", "\u0007", "--tree", "C=" + tree,
                "--reg", export.toString(), "--digest", "md5,sha1", "--threads", "3");

        assertEquals(ExitCode.GAPS, shell.run("snapshots", "-c", caseFile, "1", "--verify"));
        Golden.check(SnapshotSheetTest.class, "snapshot.txt", withoutWhatVaries(shell.out() + "-- error stream\n" + shell.err()));
        assertFalse((shell.out() + shell.err()).chars().anyMatch(unit -> unit == 0x202e || unit == 7), shell.out());

        assertEquals(ExitCode.GAPS, shell.run("snapshots", "-c", caseFile, "1", "-f", "json"));
        assertTrue(shell.out().contains("\"attempt_started\" : \""), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("snapshots", "-c", caseFile, "2"));
    }

    private String withoutWhatVaries(String text) {
        String same = text.replace(folder.toString(), "FOLDER").replaceAll("[0-9a-f]{64}", "DIGEST")
                .replaceAll("linux-native|nio", "SYSTEM");
        for (String label : VARYING) {
            same = Pattern.compile("^(  " + label + " +) .*$", Pattern.MULTILINE).matcher(same).replaceAll("$1 ...");
        }
        return same;
    }
}
