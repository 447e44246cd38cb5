package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** What the lists say of how complete a snapshot is and how it was made. */
class CoverageTest {

    private static final String DAMAGED = "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Broken]\r\n\"a\"=dword:zz\r\n";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private Path caseFile;
    private Path tree;

    @BeforeEach
    void makeACaseWithGaps() throws IOException {
        caseFile = folder.resolve("case.mv.db");
        tree = Files.createDirectory(folder.resolve("tree"));
        Path export = Files.writeString(folder.resolve("damaged.reg"), DAMAGED);
        assertEquals(ExitCode.OK, shell.run("case", "new", caseFile.toString()));
        for (String role : List.of("baseline", "suspect")) {
            Files.writeString(tree.resolve(role), role);
            assertEquals(ExitCode.GAPS, shell.run("capture", "-c", caseFile.toString(), "--host", "pc", "--role", role, "--tree",
                    "C=" + tree, "--reg", export.toString(), "--digest", "md5", "--threads", "3"));
            assertTrue(shell.out().contains("1 gaps (damaged 1)"), shell.out());
        }
    }

    @Test
    void snapshotsSayHowTheyWereMadeAndWhatTheyLack() {
        shell.run("snapshots", "-c", caseFile.toString());
        assertTrue(shell.out().contains("1 (damaged 1)"), shell.out());
        shell.run("snapshots", "-c", caseFile.toString(), "-f", "json");
        for (String fact : List.of("\"DAMAGED\" : 1", "\"attempts\" : 1", "\"user\" : \"" + System.getProperty("user.name"), "\"MD5\"",
                "\"threads\" : 3", "\"one_file_system\" : false", "\"kept_bytes\" : 1048576", "\"reader\" : \"", "\"time_zone\" : \"")) {
            assertTrue(shell.out().contains(fact), fact + " in " + shell.out());
        }
        shell.run("snapshots", "-c", caseFile.toString(), "-f", "csv");
        assertTrue(shell.out().contains(",\"DAMAGED 1\","), shell.out());
    }

    @Test
    void verifyingReadsEverythingAndFailsForWhatWasAltered() throws IOException {
        assertEquals(ExitCode.GAPS, shell.run("snapshots", "-c", caseFile.toString(), "--verify", "-f", "json"));
        assertTrue(shell.out().contains("\"verified\" : \"yes\""), shell.out());
        Matcher digest = Pattern.compile("\"items_sha256\" : \"([0-9a-f]{64})\"").matcher(shell.out());
        assertTrue(digest.find());
        alter(HexFormat.of().parseHex(digest.group(1)));
        assertEquals(ExitCode.FAILED, shell.run("snapshots", "-c", caseFile.toString(), "--verify"));
        assertTrue(shell.err().startsWith("assay: In the case ") && shell.err().contains("the table \"snapshot\" has other values"),
                shell.err());
    }

    @Test
    void aListOverAPartNamesTheGapsAtAboveAndBelowItAndNoOthers() {
        shell.run("compare", "-c", caseFile.toString(), "1", "2");
        assertTrue(shell.err().contains("gaps: 1 (damaged 1) in the baseline, 1 (damaged 1) in the suspect"), shell.err());
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile.toString(), "--out", folder.resolve("export").toString()));
        assertTrue(shell.err().contains("gaps: 1 (damaged 1) in the baseline"), shell.err());
        for (String part : List.of("HKLM/**", "HKLM/Software/Broken/**", "hklm/software/broken/below [a]", "**")) {
            assertEquals(ExitCode.GAPS, shell.run("changes", "-c", caseFile.toString(), "--glob", part));
            assertTrue(shell.err().contains("not read in the suspect: HKLM\\Software\\Broken"), part + ": " + shell.err());
        }
        assertEquals(ExitCode.GAPS, shell.run("changes", "-c", caseFile.toString(), "--glob", "C:/**"), "the comparison still has gaps");
        assertTrue(shell.out().contains("C:\\suspect"), shell.out());
        assertEquals("", shell.err());
    }

    @Test
    void onlyWhatLacksSomethingIsResumedAndWithItsOwnOptions() throws IOException {
        Files.writeString(folder.resolve("damaged.reg"), "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Broken]\r\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile.toString(), "--resume"));
        assertTrue(shell.out().startsWith("snapshot 3 of pc: COMPLETE"), shell.out());
        assertTrue(shell.out().contains("of these 2 files, 15 B, were hashed before"), shell.out());
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile.toString(), "--resume"));
        assertTrue(shell.err().contains("nothing to resume"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile.toString(), "--resume", "3"));
        assertTrue(shell.err().contains("Snapshot 3 is COMPLETE"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile.toString(), "--resume", "--host", "pc", "--threads", "2"));
        assertTrue(shell.err().contains("leave out --host, --threads"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile.toString(), "--resume", "x"));
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", caseFile.toString(), "--tree", tree.toString()));
        assertTrue(shell.err().contains("--host and --role are missing"), shell.err());
        assertFalse(shell.err().contains("Exception"), shell.err());
    }

    @Test
    void listsLeaveTheCaseAsItIsByteForByte() throws IOException {
        shell.run("compare", "-c", caseFile.toString(), "1", "2");
        byte[] before = Files.readAllBytes(caseFile);
        for (String list : List.of("snapshots", "snapshots --verify", "gaps", "changes", "tags", "startup")) {
            List<String> command = new ArrayList<>(List.of(list.split(" ")));
            command.addAll(List.of("-c", caseFile.toString()));
            int code = shell.run(command.toArray(String[]::new));
            assertTrue(code == ExitCode.OK || code == ExitCode.GAPS, list + ": " + code + " " + shell.err());
            assertArrayEquals(before, Files.readAllBytes(caseFile), list);
        }
        assertEquals(ExitCode.OK, shell.run("case", "info", caseFile.toString()));
        assertArrayEquals(before, Files.readAllBytes(caseFile));
    }

    private void alter(byte[] digest) throws IOException {
        byte[] bytes = Files.readAllBytes(caseFile);
        int altered = 0;
        for (int at = 0; at + digest.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + digest.length, digest, 0, digest.length)) {
                bytes[at] ^= 1;
                altered++;
            }
        }
        assertTrue(altered > 0, "the digest is not in the file as it is");
        Files.write(caseFile, bytes);
    }
}
