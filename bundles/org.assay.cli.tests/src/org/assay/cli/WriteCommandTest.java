package org.assay.cli;

import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.assay.cli.command.ExitCode;

/** What is written of a snapshot is read back as a baseline from which nothing differs. */
class WriteCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;

    @BeforeEach
    void aCaseWithASnapshot() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(Files.createDirectory(tree.resolve("sub dir")).resolve("a b, c.txt"), "hello\n");
        Files.writeString(tree.resolve("back\\slash"), "x");
        caseFile = shell.newCase(folder);
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "suspect", "--digest", "md5", "--tree", tree.toString());
    }

    private void run(int code, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "-c", caseFile));
        words.addAll(List.of(more));
        assertEquals(code, shell.run(words.toArray(String[]::new)), shell.err());
    }

    @ParameterizedTest
    @CsvSource({"mtree, --mtree", "sha256sum, --sums", "csv, --table", "bodyfile, --bodyfile"})
    void whatIsWrittenIsTheSameAsABaseline(String form, String option) {
        String file = folder.resolve("out." + form).toString();
        run(ExitCode.OK, "write", "1", "--form", form, "--out", file);
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "baseline", option, file);
        run(ExitCode.OK, "compare", "2", "1");
        assertTrue(shell.out().contains("nothing differs"), shell.out());
    }

    @Test
    void anAlteredFileIsFoundByAListOfDigestsAlone() throws IOException {
        run(ExitCode.OK, "write", "1", "--form", "sha256sum", "--out", folder.resolve("sums").toString());
        Files.writeString(folder.resolve("tree/back\\slash"), "y");
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "suspect", "--tree", folder.resolve("tree").toString());
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "baseline", "--sums", folder.resolve("sums").toString());
        run(ExitCode.DIFFERENT, "compare", "3", "2");
        assertTrue(shell.out().contains("1 modified"), shell.out());
    }

    @Test
    void whatIsKnownToBeBadIsAFindingAndASelectionOfNothingIsSaid() throws IOException {
        Files.writeString(folder.resolve("tree/new"), "bad");
        Path bad = Files.writeString(folder.resolve("bad"), sha256("bad").hex() + "  worm\n");
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "suspect", "--tree", folder.resolve("tree").toString());
        run(ExitCode.DIFFERENT, "compare", "1", "2", "--known-bad", bad.toString(), "--known-good", bad.toString());
        assertTrue(shell.out().contains("HIGH") && shell.out().contains("known-bad files"), shell.out());
        run(ExitCode.OK, "compare", "1", "2", "--only", "/nowhere/**");
        assertTrue(shell.out().contains("neither snapshot holds anything"), shell.out());
    }

    @Test
    void whatADatabaseOfDigestsKnowsIsExplainedAndADamagedOneIsRefused() throws Exception {
        Files.writeString(folder.resolve("tree/new"), "good");
        Path database = folder.resolve("rds.db");
        Process sqlite = new ProcessBuilder("sh", "-c", "command -v sqlite3 && sqlite3 '" + database + "' \"PRAGMA page_size=512;"
                + "CREATE TABLE PKG(package_id INTEGER, name); CREATE TABLE FILE(sha256 VARCHAR NOT NULL, sha1 VARCHAR, file_name);"
                + "INSERT INTO FILE VALUES(upper('" + sha256("good").hex() + "'),'x','good.exe');"
                + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<99) INSERT INTO FILE SELECT i,i,i FROM n\"")
                .start();
        assumeTrue(sqlite.waitFor() == 0, "sqlite3 is not installed");
        run(ExitCode.OK, "capture", "--host", "PC", "--role", "suspect", "--tree", folder.resolve("tree").toString());
        run(ExitCode.DIFFERENT, "compare", "1", "2", "--known-good", database.toString());
        assertTrue(shell.out().contains("files known by rds.db"), shell.out());
        byte[] damaged = Files.readAllBytes(database);
        damaged[damaged.length - 512] = 0;
        Files.write(database, damaged);
        run(ExitCode.FAILED, "compare", "1", "2", "--known-good", database.toString());
        assertTrue(shell.err().contains("it is damaged: page "), shell.err());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "mine");
        run(ExitCode.FAILED, "write", "1", "--form", "jsonl", "--out", there.toString());
        assertEquals("mine", Files.readString(there));
    }
}
