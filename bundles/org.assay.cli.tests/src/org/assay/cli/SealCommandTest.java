package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.assay.testkit.FileMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

import org.assay.cli.command.ExitCode;

/** Keys, seals and the custody log as an examiner works with them. */
class SealCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String openCase;
    private String password;
    private String keys;

    @BeforeEach
    void captureSomething() throws IOException {
        openCase = folder.resolve("case").toString();
        keys = folder.resolve("ann.p12").toString();
        password = Files.writeString(folder.resolve("password"), "secret\nwhat follows is not of it\n").toString();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "content");
        assertEquals(ExitCode.OK, shell.run("case", "new", openCase, "--as", "Ann \u202eExample"));
        assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "baseline", "--tree", "C=" + tree));
    }

    private int keys(String... arguments) {
        return shell.run(Stream.of(Stream.of("keys"), Stream.of(arguments),
                Stream.of("--keys", keys, "--password-file", password)).flatMap(one -> one).toArray(String[]::new));
    }

    private void makeKey() {
        assertEquals(ExitCode.OK, keys("new", "ann", "--holder", "Ann Example", "--organisation", "Labs"), shell.err());
        assertEquals(ExitCode.OK, keys("export", "--out", folder.resolve("ann.pem").toString()), shell.err());
    }

    @Test
    void aSealIsWholeForWhoTrustsItsKeyAndSaysSoForWhoDoesNot() {
        makeKey();
        assertEquals(ExitCode.FAILED, shell.run("seals", "-c", openCase));
        assertEquals("no snapshot of the case is sealed", shell.out().strip());
        assertEquals(ExitCode.OK, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password), shell.err());
        assertTrue(shell.out().startsWith("seal 1 of snapshot 1 by Ann Example (Labs)"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", folder.resolve("ann.pem").toString(), "--deep"),
                shell.out());
        assertTrue(shell.out().contains(": whole") && shell.out().contains("  signed by Ann Example (Labs), certificate "), shell.out());
        assertFalse(shell.out().contains("altered"), shell.out());
        assertEquals(ExitCode.FAILED, shell.run("seals", "-c", openCase));
        assertTrue(shell.out().contains(": NOT TRUSTED"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", folder.resolve("ann.pem").toString(), "-f", "json"));
        assertTrue(shell.out().contains("\"state\" : \"whole\""), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--extract", "1", "--out", folder.resolve("1.p7s").toString()));
        assertTrue(FileMode.isOwnerOnly(folder.resolve("1.p7s")));
        assertEquals(ExitCode.FAILED, shell.run("seals", "-c", openCase, "--extract", "1", "--out", folder.resolve("1.p7s").toString()));
    }

    /** The authority is that of openssl, which signs the request as a laboratory's own would. */
    @Test
    void aKeyThatAnAuthorityVouchesForSealsForAllWhoTrustTheAuthority() throws IOException, InterruptedException {
        makeKey();
        String signed = folder.resolve("signed.pem").toString();
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-keyout", "ca.key", "-out", "ca.pem", "-nodes",
                "-subj", "/CN=Labs CA");
        assertEquals(ExitCode.OK, keys("export", "--request", "--out", folder.resolve("ann.csr").toString()), shell.err());
        openssl("x509", "-req", "-in", "ann.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "7", "-out", "signed.pem");
        assertEquals(ExitCode.USAGE, keys("import", "bert", "--from", signed));
        assertTrue(shell.err().contains("imported under the name of that key"), shell.err());
        assertEquals(ExitCode.USAGE, keys("import", "ann", "--from", folder.resolve("ca.pem").toString()));
        assertTrue(shell.err().contains("None of the certificates is for the key 'ann'"), shell.err());
        assertEquals(ExitCode.USAGE, keys("import", "ann", "--from", keys));
        assertTrue(shell.err().contains("The key file has a key 'ann' already"), shell.err());
        Files.writeString(folder.resolve("chain.pem"), Files.readString(folder.resolve("ca.pem"))
                + Files.readString(folder.resolve("signed.pem")));
        assertEquals(ExitCode.OK, keys("import", "ann", "--from", folder.resolve("chain.pem").toString()), shell.err());
        assertEquals(ExitCode.OK, keys("list", "-f", "csv"), shell.err());
        assertTrue(shell.out().contains("Labs CA"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password), shell.err());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", folder.resolve("ca.pem").toString()), shell.out());
        assertTrue(shell.out().contains("signed by Ann Example (Labs)"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--extract", "1", "--out", folder.resolve("1.p7s").toString()));
        openssl("cms", "-verify", "-inform", "DER", "-in", "1.p7s", "-CAfile", "ca.pem", "-purpose", "any", "-out", "statement");
    }

    @Test
    void theLogTellsWhoDidWhatAndIsVerified() {
        makeKey();
        shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password, "--as", "Bert");
        assertEquals(ExitCode.OK, shell.run("custody", "-c", openCase));
        String list = shell.out();
        assertTrue(list.contains("Ann \\u{202e}Example") && list.contains("Bert") && list.contains("sealed"), list);
        String head = list.lines().toList().getLast().replace("the log ends with ", "");
        assertEquals(ExitCode.OK, shell.run("custody", "-c", openCase, "--head", head), shell.err());
        assertEquals(ExitCode.OK, shell.run("case", "verify", openCase, "--record", "--as", "Bert"), shell.err());
        assertEquals(ExitCode.OK, shell.run("custody", "-c", openCase, "--head", head), shell.err());
        assertEquals(ExitCode.FAILED, shell.run("custody", "-c", openCase, "--head", head.replaceFirst("^\\d+", "1")));
        assertEquals(ExitCode.FAILED, shell.run("custody", "-c", openCase, "--head", head.replaceFirst("^\\d+", "99")));
        assertTrue(shell.err().contains("ends before entry 99"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("custody", "-c", openCase, "--head", "nonsense"));
    }

    @Test
    void aWrongPasswordOrKeySaysSoAndSealsNothing() throws IOException {
        makeKey();
        String wrong = Files.writeString(folder.resolve("wrong"), "guess").toString();
        assertEquals(ExitCode.USAGE, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", wrong));
        assertTrue(shell.err().contains("The password is not that of the key file"), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password, "--key", "none"));
        assertEquals(ExitCode.USAGE, shell.run("seal", "-c", openCase, "7", "--keys", keys, "--password-file", password));
        assertEquals(ExitCode.FAILED, shell.run("seals", "-c", openCase));
        assertEquals("no snapshot of the case is sealed", shell.out().strip());
    }

    /** Nobody who does not seal at all hears of it in lists; the export always says it. */
    @Test
    void aComparisonSaysThatItsBaselineIsNotSealedWhenOthersAre() throws IOException {
        makeKey();
        String tree = folder.resolve("tree").toString();
        Files.writeString(folder.resolve("tree/file"), "other");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "suspect", "--tree", "C=" + tree));
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", openCase, "1", "2"));
        assertFalse(shell.err().contains("sealed"), shell.err());
        assertEquals(ExitCode.OK, shell.run("export", "-c", openCase, "-o", folder.resolve("first").toString()));
        assertTrue(Files.readString(folder.resolve("first/README.txt")).contains("the baseline, snapshot 1, is not sealed."));
        assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "suspect", "--tree", "C=" + tree, "--seal",
                "--keys", keys, "--password-file", password), shell.err());
        assertTrue(shell.out().contains("seal 1 of snapshot 3 by Ann Example (Labs)"), shell.out());
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", openCase));
        assertTrue(shell.err().contains("remark: the baseline, snapshot 1, is not sealed"), shell.err());
        assertEquals(ExitCode.OK, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password), shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("changes", "-c", openCase));
        assertEquals("", shell.err());
        assertEquals(ExitCode.OK, shell.run("export", "-c", openCase, "-o", folder.resolve("second").toString()));
        assertFalse(Files.readString(folder.resolve("second/README.txt")).contains("not sealed"));
        assertFalse(Files.exists(folder.resolve("second/SHA256SUMS.p7s")));
    }

    @Test
    void anExportIsSigned() throws IOException, InterruptedException {
        makeKey();
        Files.writeString(folder.resolve("tree/file"), "other");
        assertEquals(ExitCode.OK, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "suspect", "--tree", "C="
                + folder.resolve("tree")));
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", openCase, "1", "2"));
        assertEquals(ExitCode.OK, shell.run("export", "-c", openCase, "-o", folder.resolve("out").toString(), "--sign", "--keys", keys,
                "--password-file", password), shell.err());
        assertTrue(shell.out().contains("signed: "), shell.out());
        openssl("cms", "-verify", "-inform", "DER", "-in", "out/SHA256SUMS.p7s", "-content", "out/SHA256SUMS", "-binary", "-CAfile",
                "ann.pem", "-purpose", "any", "-out", "sums");
        Files.writeString(folder.resolve("out/SHA256SUMS"), "altered", StandardOpenOption.APPEND);
        assertThrows(AssertionFailedError.class, () -> openssl("cms", "-verify", "-inform", "DER", "-in", "out/SHA256SUMS.p7s", "-content",
                "out/SHA256SUMS", "-binary", "-CAfile", "ann.pem", "-purpose", "any", "-out", "sums"));
        String wrong = Files.writeString(folder.resolve("wrong"), "guess").toString();
        assertEquals(ExitCode.USAGE, shell.run("export", "-c", openCase, "-o", folder.resolve("none").toString(), "--sign", "--keys", keys,
                "--password-file", wrong));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aCaptureThatCannotBeSealedFailsBeforeItBegins() throws IOException {
        makeKey();
        String wrong = Files.writeString(folder.resolve("wrong"), "guess").toString();
        assertEquals(ExitCode.USAGE, shell.run("capture", "-c", openCase, "--host", "pc", "--role", "suspect", "--tree",
                "C=" + folder.resolve("tree"), "--seal", "--keys", keys, "--password-file", wrong));
        shell.run("snapshots", "-c", openCase, "-f", "csv");
        assertEquals(2, shell.out().lines().count());
    }

    /** For laboratories without a network: a request that is carried out, and OpenSSL's answer. */
    @Test
    void aTimeStampIsCarriedToAnAuthorityAndBack() throws IOException, InterruptedException {
        makeKey();
        assertEquals(ExitCode.OK, shell.run("seal", "-c", openCase, "1", "--keys", keys, "--password-file", password), shell.err());
        assertEquals(ExitCode.OK, shell.run("stamp", "-c", openCase, "1", "--request", folder.resolve("1.tsq").toString()), shell.err());
        Files.writeString(folder.resolve("tsa.conf"), """
                [tsa]
                default_tsa = one
                [one]
                serial = serial
                signer_digest = sha256
                default_policy = 1.2.3.4
                digests = sha256
                """);
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key", "-out", "tsa.pem",
                "-subj", "/CN=Authority", "-addext", "extendedKeyUsage=critical,timeStamping");
        openssl("ts", "-reply", "-config", "tsa.conf", "-queryfile", "1.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "1.tsr");
        assertEquals(ExitCode.USAGE, shell.run("stamp", "-c", openCase, "1", "--reply", folder.resolve("1.tsq").toString()));
        assertEquals(ExitCode.OK, shell.run("stamp", "-c", openCase, "1", "--reply", folder.resolve("1.tsr").toString()), shell.err());
        assertEquals(ExitCode.USAGE, shell.run("stamp", "-c", openCase, "1", "--reply", folder.resolve("1.tsr").toString()));
        String ann = folder.resolve("ann.pem").toString();
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", ann, "--trust", folder.resolve("tsa.pem").toString()));
        assertTrue(shell.out().matches("(?s).*; there at \\S+Z, says Authority\n.*"), shell.out());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--trust", ann));
        assertTrue(shell.out().contains("says an authority that is not trusted, by the name of Authority"), shell.out());
        assertEquals(ExitCode.OK, shell.run("custody", "-c", openCase, "--verify"), shell.err());
        assertEquals(ExitCode.OK, shell.run("seals", "-c", openCase, "--extract", "1", "-o", folder.resolve("1.p7s").toString()));
        openssl("ts", "-verify", "-in", "1.p7s.tsr", "-data", "1.p7s", "-CAfile", "tsa.pem");
        assertEquals(ExitCode.USAGE, shell.run("stamp", "-c", openCase, "1"));
        assertEquals(ExitCode.USAGE, shell.run("stamp", "-c", openCase, "1", "--tsa", "file:///etc/passwd"));
    }

    private void openssl(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(said));
    }
}
