package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.cli.command.ExitCode;

/** A case is handed over in one file, and is the same at the other end, or not there at all. */
class PackCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String openCase;
    private String password;
    private String keys;
    private String certificate;
    private Path pack;

    @BeforeEach
    void sealSomething() throws IOException {
        openCase = shell.newCase(folder);
        keys = folder.resolve("ann.p12").toString();
        certificate = folder.resolve("ann.pem").toString();
        pack = folder.resolve("case.assay");
        password = Files.writeString(folder.resolve("password"), "secret\n").toString();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "content");
        ok("capture", "-c", openCase, "--host", "pc", "--role", "baseline", "--tree", "C=" + tree);
        ok("keys", "new", "ann", "--holder", "Ann Example", "--keys", keys, "--password-file", password);
        ok("keys", "export", "--keys", keys, "--out", certificate, "--password-file", password);
        ok("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password);
    }

    private void ok(String... arguments) {
        assertEquals(ExitCode.OK, shell.run(arguments), shell.err());
    }

    private int unpack(Path from, String to, String... more) {
        return shell.run(Stream.concat(Stream.of("case", "unpack", from.toString(), folder.resolve(to).toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whoeverHasTheKeyOrThePasswordGetsTheCaseAsItWas() {
        String packed = packed("--to", certificate, "--password-file", password);
        String state = packed.substring(packed.indexOf("digest "));
        assertEquals(ExitCode.OK, unpack(pack, "by-key", "--keys", keys, "--password-file", password), shell.err());
        assertTrue(shell.out().endsWith(state), shell.out() + state);
        assertEquals(ExitCode.OK, unpack(pack, "by-password", "--password-file", password), shell.err());
        for (String one : List.of("by-key", "by-password")) {
            String unpacked = folder.resolve(one).toString();
            ok("case", "verify", unpacked);
            ok("seals", "-c", unpacked, "--trust", certificate, "--deep");
            ok("custody", "-c", unpacked, "--verify");
            ok("capture", "-c", unpacked, "--host", "pc", "--role", "suspect", "--tree", "C=" + folder.resolve("tree"));
            ok("case", "verify", unpacked);
        }
    }

    private String packed(String... recipients) {
        ok(Stream.concat(Stream.of("case", "pack", openCase, "--out", pack.toString(), "--as", "Ann"), Stream.of(recipients))
                .toArray(String[]::new));
        return shell.out();
    }

    @Test
    void whatIsAtEitherNameOfThePackStays() throws IOException {
        for (String taken : List.of("case.assay", "case.assay.new")) {
            Path other = Files.writeString(folder.resolve(taken), "of somebody");
            assertEquals(ExitCode.FAILED, shell.run("case", "pack", openCase, "--out", pack.toString(), "--to", certificate));
            assertTrue(shell.err().contains("Something is at " + other), shell.err());
            assertEquals("of somebody", Files.readString(other));
            Files.delete(other);
        }
        packed("--to", certificate);
    }

    @Test
    void theLogTellsForWhomACaseWasPackedAndTheDigestOfThePack() {
        String sha256 = packed("--to", certificate).lines().findFirst().orElseThrow().replaceFirst(".*SHA-256 ", "");
        ok("custody", "-c", openCase, "-f", "json");
        assertTrue(shell.out().contains("\"PACKED\"") && shell.out().contains("for Ann Example (certificate ")
                && shell.out().contains(sha256), shell.out());
        ok("custody", "-c", openCase, "--verify");
        ok("case", "verify", openCase);
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        packed("--to", certificate);
        byte[] before = Files.readAllBytes(pack);
        List<String> files = files();
        assertEquals(ExitCode.FAILED, shell.run("case", "pack", openCase, "--out", pack.toString(), "--to", certificate));
        assertEquals(ExitCode.FAILED, unpack(pack, "case", "--keys", keys, "--password-file", password));
        assertTrue(shell.err().contains("Something is at"), shell.err());
        assertTrue(Arrays.equals(before, Files.readAllBytes(pack)));
        assertEquals(files, files());
    }

    @Test
    void aWrongKeyOrPasswordLeavesNothing() throws IOException {
        packed("--password-file", password);
        String wrong = Files.writeString(folder.resolve("wrong"), "guess").toString();
        List<String> files = files();
        assertEquals(ExitCode.FAILED, unpack(pack, "new", "--password-file", wrong));
        assertTrue(shell.err().contains("The password is wrong"), shell.err());
        assertEquals(ExitCode.FAILED, unpack(pack, "new", "--keys", keys, "--password-file", password));
        assertTrue(shell.err().contains("not encrypted for Ann Example"), shell.err());
        assertEquals(ExitCode.FAILED, unpack(folder.resolve("none"), "new", "--password-file", password));
        assertEquals(ExitCode.FAILED, unpack(Path.of(certificate), "new", "--password-file", password));
        assertEquals(files, files());
    }

    @Test
    void whatIsCutOffLeavesNothing() throws IOException {
        packed("--to", certificate);
        byte[] whole = Files.readAllBytes(pack);
        Path cut = Files.createFile(folder.resolve("cut"));
        List<String> files = files();
        for (int length = 0; length < whole.length; length += length > whole.length - 30 ? 1 : 2999) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertEquals(ExitCode.FAILED, unpack(cut, "new", "--keys", keys, "--password-file", password), "length " + length);
            assertEquals(files, files());
        }
    }

    @Test
    void whatWasAlteredLeavesNothing() throws IOException {
        packed("--to", certificate);
        byte[] whole = Files.readAllBytes(pack);
        Path altered = Files.createFile(folder.resolve("altered"));
        List<String> files = files();
        for (int at = 1000; at < whole.length - 30; at += 1999) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Files.write(altered, bytes);
            assertEquals(ExitCode.FAILED, unpack(altered, "new", "--keys", keys, "--password-file", password), "byte " + at);
            assertTrue(shell.err().contains("altered"), shell.err());
            assertEquals(files, files());
        }
    }
}
