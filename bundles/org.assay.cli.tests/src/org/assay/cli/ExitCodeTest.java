package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.cli.command.ExitCode;

/** The table of exit codes in the README, command by command. */
class ExitCodeTest {

    private static final String PATCH = "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n\"a\"=dword:00000001\r\n";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;
    private Path tree;

    @BeforeEach
    void makeACase() throws IOException {
        caseFile = shell.newCase(folder);
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.txt"), "a");
    }

    @Test
    void nothingDiffers() {
        capture("baseline");
        capture("suspect");
        assertEquals(ExitCode.OK, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.out().contains("nothing differs"), shell.out());
        assertEquals(ExitCode.OK, shell.run("changes", "-c", caseFile));
        assertEquals(ExitCode.OK, shell.run("startup", "-c", caseFile));
        assertEquals(ExitCode.OK, shell.run("snapshots", "-c", caseFile));
        assertEquals(ExitCode.OK, shell.run("gaps", "-c", caseFile));
        assertEquals(ExitCode.OK, shell.run("tags", "-c", caseFile));
        assertEquals(ExitCode.OK, shell.run("case", "info", caseFile));
    }

    @Test
    void somethingDiffers() throws IOException {
        compareWithAnAddedStartupEntry();
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", caseFile));
        assertEquals(ExitCode.DIFFERENT, shell.run("startup", "-c", caseFile));
        assertTrue(shell.out().contains("evil.vbs"), shell.out());
    }

    @Test
    void whatWasComparedLastIsMeantEvenWhenItWasComparedBefore() throws IOException {
        compareWithAnAddedStartupEntry();
        shell.run("compare", "-c", caseFile, "1", "2");
        String listed = shell.out();
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "2", "1"));
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"));
        assertEquals(listed, shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", caseFile));
        assertEquals(listed, shell.out());
    }

    @Test
    void taggingAndExportingSucceed() throws IOException {
        compareWithAnAddedStartupEntry();
        assertEquals(ExitCode.OK, shell.run("tag", "-c", caseFile, "repair", "--glob", "HKCU**", "--note", "worm"));
        assertEquals(ExitCode.OK, shell.run("tags", "-c", caseFile));
        assertTrue(shell.out().contains("REPAIR"), shell.out());
        assertEquals(ExitCode.OK, shell.run("export", "-c", caseFile, "--out", folder.resolve("export").toString()));
        assertEquals(ExitCode.FAILED, shell.run("export", "-c", caseFile, "--out", folder.resolve("export").toString()));
        assertEquals(ExitCode.OK, shell.run("tag", "-c", caseFile, "none", "--glob", "HKCU**"));
    }

    @Test
    void doneButWithGaps() throws IOException {
        Path export = Files.writeString(folder.resolve("damaged.reg"), PATCH + "\"b\"=hex:0g\r\n");
        assertEquals(ExitCode.GAPS, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "baseline", "--reg", export.toString()));
        assertTrue(shell.err().contains("not read: HKCU\\Software\\X"), shell.err());
        capture("suspect");
        assertEquals(ExitCode.GAPS, shell.run("compare", "-c", caseFile, "1", "2"));
        assertTrue(shell.err().contains("not everything could be read"), shell.err());
        assertEquals(ExitCode.GAPS, shell.run("changes", "-c", caseFile));
        assertEquals(ExitCode.GAPS, shell.run("startup", "-c", caseFile));
        assertEquals(ExitCode.GAPS, shell.run("snapshots", "-c", caseFile));
        assertEquals(ExitCode.GAPS, shell.run("gaps", "-c", caseFile));
    }

    @Test
    void failed() throws IOException {
        String missing = folder.resolve("missing").toString();
        assertFailed("case", "info", missing);
        assertFailed("case", "new", caseFile);
        assertFailed("snapshots", "-c", missing);
        assertFailed("capture", "-c", missing, "--host", "PC", "--role", "baseline", "--tree", tree.toString());
        assertFailed("capture", "-c", caseFile, "--host", "PC", "--role", "baseline", "--tree", missing);
        assertFailed("compare", "-c", missing, "1", "2");
        assertFailed("changes", "-c", missing);
        assertFailed("startup", "-c", missing);
        assertFailed("tag", "-c", missing, "accept", "--change", "1");
        assertFailed("tags", "-c", missing);
        assertFailed("gaps", "-c", missing);
        assertFailed("export", "-c", missing, "--out", folder.resolve("out").toString());
        assertFailed("demo", tree.toString());
        assertFailed("open", missing);
        Path noCase = Files.writeString(folder.resolve("text.mv.db"), "this is no case");
        assertFailed("snapshots", "-c", noCase.toString());
    }

    @Test
    void aCaseThatWouldRunSomethingIsRefusedByEveryCommand() throws IOException {
        Path file = Path.of(caseFile + ".mv.db");
        Charset bytes = StandardCharsets.ISO_8859_1;
        Files.writeString(file, Files.readString(file, bytes).replace("_INPLACE_LOB 1048576", "_INPLACE_LOB 1048577"), bytes);
        for (String command : List.of("case info CASE", "snapshots -c CASE", "snapshots --verify -c CASE", "gaps -c CASE",
                "capture -c CASE --host PC --role baseline --tree TREE", "capture -c CASE --resume", "compare -c CASE 1 2",
                "changes -c CASE", "startup -c CASE", "startup -c CASE --snapshot 1", "tag -c CASE accept --change 1", "tags -c CASE",
                "export -c CASE --out OUT")) {
            String line = command.replace("CASE", caseFile).replace("TREE", tree.toString()).replace("OUT", folder + "/out");
            assertFailed(line.split(" "));
            assertTrue(shell.err().contains("which would be run when it is opened"), shell.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "case", "case new", "case info", "capture", "snapshots", "compare", "compare -c x one two",
            "changes -c x --severity grave", "startup -c x --format xml", "tag -c x repair", "tag -c x burn --change 1", "tags", "gaps",
            "export -c x", "demo a b", "capture -c x --host PC --role suspect"})
    void wrongUsage(String arguments) {
        assertEquals(ExitCode.USAGE, shell.run(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertTrue(shell.err().contains("--help"), shell.err());
        assertFalse(shell.err().contains("\tat "), shell.err());
    }

    @Test
    void whatTheCaseDoesNotHoldIsWrongUsage() throws IOException {
        assertEquals(ExitCode.USAGE, shell.run("compare", "-c", caseFile, "1", "2"));
        assertEquals(ExitCode.USAGE, shell.run("changes", "-c", caseFile));
        compareWithAnAddedStartupEntry();
        assertEquals(ExitCode.USAGE, shell.run("changes", "-c", caseFile, "--comparison", "9"));
        assertEquals(ExitCode.USAGE, shell.run("tag", "-c", caseFile, "accept", "--change", "999"));
        assertEquals(ExitCode.USAGE, shell.run("tag", "-c", caseFile, "accept", "--glob", "nothing"));
        assertEquals(ExitCode.USAGE, shell.run("gaps", "-c", caseFile, "99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case", "case new", "case info", "capture", "snapshots", "gaps", "items", "compare", "changes", "startup",
            "findings", "tag", "tags", "export", "demo", "open"})
    void everyCommandHelpsWithAnExample(String command) {
        assertEquals(ExitCode.OK, shell.run((command + " --help").split(" ")));
        assertTrue(shell.out().contains("Example"), shell.out());
    }

    private void capture(String role) {
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", role, "--tree", tree.toString()),
                shell.err());
    }

    private void compareWithAnAddedStartupEntry() throws IOException {
        String key = "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]\r\n";
        Path clean = Files.writeString(folder.resolve("clean.reg"), key);
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "baseline", "--tree", tree.toString(),
                "--reg", clean.toString()), shell.err());
        Path export = Files.writeString(folder.resolve("run.reg"), key + "\"Evil\"=\"C:\\\\evil.vbs\"\r\n");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", caseFile, "--host", "PC", "--role", "suspect", "--tree", tree.toString(),
                "--reg", export.toString()), shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", caseFile, "1", "2"), shell.err());
    }

    private void assertFailed(String... arguments) {
        assertEquals(ExitCode.FAILED, shell.run(arguments), String.join(" ", arguments) + ": " + shell.err());
        assertTrue(shell.err().startsWith("assay: "), shell.err());
        assertFalse(shell.err().contains("fault of Assay") || shell.err().contains("\tat "), shell.err());
    }
}
