package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.Case;
import org.assay.cli.command.ExitCode;
import org.assay.testkit.ChildJvm;
import org.assay.testkit.Programs;

import picocli.CommandLine;

/** A key on a token, SoftHSM's, seals. The library looks for its settings in the environment, so what uses it has its own process. */
@Timeout(600)
class TokenTest {

    private static final String PIN = "4711";

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String library;
    private String pin;

    @BeforeEach
    void makeATokenWithAKey() throws Exception {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(":")).map(one -> Path.of(one, "softhsm2-util"))
                .filter(Files::isExecutable).findFirst();
        assumeTrue(program.isPresent(), "softhsm2-util is not on the search path");
        library = program.get().resolve("../../lib/softhsm/libsofthsm2.so").normalize().toString();
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        pin = Files.writeString(folder.resolve("pin"), PIN).toString();
        Programs.run(folder, Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString()), program.get().toString(), "--module",
                library, "--init-token", "--free", "--label", "examiner", "--so-pin", "123456", "--pin", PIN).orFail();
        String keys = folder.resolve("ann.p12").toString();
        assertEquals(ExitCode.OK, shell.run("keys", "new", "ann", "--holder", "Ann Example", "--keys", keys, "--password-file", pin));
        assertEquals("0: ", child(TokenWriter.class, library, PIN, keys, PIN, "ann"));
        Files.delete(Path.of(keys));
    }

    @Test
    void aKeyOnATokenSealsAndItsCertificateIsExported() throws Exception {
        String openCase = shell.newCase(folder);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "content");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "baseline", "--tree", "C=" + tree));
        String sealed = assay("seal", "-c", openCase, "1", "--token", library, "--password-file", pin);
        assertTrue(sealed.startsWith("0: seal 1 of snapshot 1 by Ann Example"), sealed);
        String trusted = folder.resolve("ann.pem").toString();
        String exported = assay("keys", "export", "--out", trusted, "--token", library, "--password-file", pin);
        assertTrue(exported.startsWith("0: written"), exported);
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", trusted, "--deep"), shell.out());
        String requested = assay("keys", "export", "--request", "--out", folder.resolve("ann.csr").toString(), "--token", library,
                "--password-file", pin);
        assertTrue(requested.startsWith("0: "), requested);
        Programs.run(folder, "openssl", "req", "-in", "ann.csr", "-verify", "-noout").orFail();
    }

    @Test
    void aWrongPinOrSlotOrLibrarySaysSo() throws Exception {
        String wrong = Files.writeString(folder.resolve("wrong"), "0815").toString();
        String refused = assay("keys", "list", "--token", library, "--password-file", wrong);
        assertTrue(refused.startsWith(ExitCode.USAGE + ": ") && refused.contains("refuses the PIN"), refused);
        String slot = assay("keys", "list", "--token", library, "--slot", "7", "--password-file", pin);
        assertTrue(slot.startsWith(ExitCode.FAILED + ": ") && slot.contains("The token in slot 7 cannot be used"), slot);
        String none = assay("keys", "list", "--token", pin, "--password-file", pin);
        assertTrue(none.startsWith(ExitCode.FAILED + ": ") && none.contains("Check the library"), none);
    }

    private String assay(String... arguments) throws IOException, InterruptedException {
        return child(Main.class, arguments);
    }

    /** Gives the exit code and what was said. */
    private String child(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = ChildJvm.startWithin(List.of("env", "SOFTHSM2_CONF=" + folder.resolve("softhsm2.conf"), "sh", "-c",
                "exec \"$0\" \"$@\" 2>&1"), List.of(CommandLine.class, Case.class), main, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + said;
    }
}
