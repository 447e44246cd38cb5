package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** The digest of a case as its analyst sees it: shown, written down, checked by others' programs, and checked again. */
class CaseCommandTest {

    private static final Pattern DIGEST = Pattern.compile(
            "(?m)^digest ([0-9a-f]{4}(?:-[0-9a-f]{4}){7}) \\(SHA-256 ([0-9a-f]{64})\\), stored at ");

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String caseFile;

    @BeforeEach
    void makeACase() throws IOException {
        caseFile = folder.resolve("case").toString();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        run(ExitCode.OK, "case", "new", caseFile);
        run(ExitCode.OK, "capture", "-c", caseFile, "--host", "pc", "--role", "baseline", "--tree", "C=" + tree);
        Files.writeString(tree.resolve("a\u202e.txt"), "a");
        run(ExitCode.OK, "capture", "-c", caseFile, "--host", "pc", "--role", "suspect", "--tree", "C=" + tree);
        run(ExitCode.DIFFERENT, "compare", "-c", caseFile, "1", "2");
        run(ExitCode.OK, "tag", "accept", "-c", caseFile, "--glob", "**");
    }

    @Test
    void openSslGivesTheDigestOfTheDumpThatInfoShows() throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(one -> Files.isExecutable(Path.of(one, "openssl"))), "no openssl");
        run(ExitCode.OK, "case", "dump", caseFile);
        Path dump = Files.writeString(folder.resolve("dump"), shell.out(), StandardCharsets.US_ASCII);
        Process openssl = new ProcessBuilder("openssl", "dgst", "-sha256", "-r", dump.toString()).redirectErrorStream(true).start();
        try (InputStream in = openssl.getInputStream()) {
            String output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, openssl.waitFor(), output);
            assertEquals(digest(2), output.substring(0, 64));
        }
    }

    @Test
    void whatWasWrittenDownIsFoundAgain() {
        String written = digest(1);
        run(ExitCode.OK, "case", "verify", caseFile);
        assertTrue(shell.out().startsWith("verified: everything in the case is what was stored, and fits the digest " + written),
                shell.out());
        for (String spelled : new String[] {written, written.toUpperCase(), written.replace('-', ' '), digest(2)}) {
            run(ExitCode.OK, "case", "verify", caseFile, "--digest", spelled);
            assertTrue(shell.out().contains("written down"), shell.out());
        }
    }

    @Test
    void aCaseThatWentOnIsNotTheOneThatWasWrittenDown() {
        String written = digest(1);
        run(ExitCode.OK, "tag", "repair", "-c", caseFile, "--glob", "**");
        run(ExitCode.FAILED, "case", "verify", caseFile, "--digest", written);
        assertTrue(shell.err().contains("that is not the one that was written down"), shell.err());
        assertEquals("", shell.out());
        run(ExitCode.OK, "case", "verify", caseFile);
    }

    @Test
    void whatCanBeNoDigestIsWrongUsage() {
        for (String text : new String[] {"", "3f2a", "x".repeat(32), "0".repeat(65)}) {
            run(ExitCode.USAGE, "case", "verify", caseFile, "--digest", text);
            assertTrue(shell.err().contains("is no digest of a case"), shell.err());
        }
    }

    @Test
    void programsGetTheDigestToo() {
        String hex = digest(2);
        run(ExitCode.OK, "case", "info", caseFile, "--format", "json");
        assertTrue(shell.out().contains("\"digest_sha256\" : \"" + hex + '"'), shell.out());
    }

    private String digest(int form) {
        run(ExitCode.OK, "case", "info", caseFile);
        Matcher digest = DIGEST.matcher(shell.out());
        assertTrue(digest.find(), shell.out());
        assertEquals(digest.group(2).substring(0, 32), digest.group(1).replace("-", ""));
        return digest.group(form);
    }

    private void run(int code, String... arguments) {
        assertEquals(code, shell.run(arguments), shell::err);
    }
}
