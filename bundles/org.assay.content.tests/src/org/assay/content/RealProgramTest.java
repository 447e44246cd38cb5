package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.assay.model.item.ContentType;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of Wine, signed by osslsigncode, where the machine has both. */
class RealProgramTest {

    private static final Path WINE = Path.of("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows");

    @TempDir
    private Path folder;
    private Path program;

    @BeforeEach
    void findPrograms() throws IOException {
        assumeTrue(Files.isDirectory(WINE), "Wine is not installed");
        assumeTrue(isThere("osslsigncode"), "osslsigncode is not installed");
        program = WINE.resolve("notepad.exe");
        Signer author = Signer.selfMade("Root").issue("Author", KeyPurposeId.id_kp_codeSigning);
        save(author, "author");
        save(Signer.selfMade("Authority", KeyPurposeId.id_kp_timeStamping), "authority");
    }

    @Test
    void everyProgramOfWineIsAnUnsignedProgram() throws IOException {
        try (Stream<Path> files = Files.list(WINE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dll")).sorted().limit(40).toList()) {
                assertEquals(Optional.of(Signature.NONE), facts(file).signature(), file.toString());
            }
        }
    }

    @Test
    void whatAnotherToolSignedIsValid() throws IOException, InterruptedException {
        for (String digest : List.of("md5", "sha1", "sha256", "sha384", "sha512")) {
            Path signed = sign(program, digest, "-h", digest);
            Signature signature = facts(signed).signature().orElseThrow();
            assertEquals(SignatureStatus.VALID, signature.status(), digest + ": " + signature.detail());
            assertEquals("Author", signature.signer());
            assertEquals("Root", signature.issuer());
        }
    }

    @Test
    void aProgramOfAnyLengthIsFilledUpWhenItIsSigned() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(program);
        for (int more = 0; more < 9; more++) {
            Path longer = Files.write(folder.resolve("longer" + more), Arrays.copyOf(bytes, bytes.length + more));
            Signature signature = facts(sign(longer, "signed" + more, "-h", "sha256")).signature().orElseThrow();
            assertEquals(SignatureStatus.VALID, signature.status(), more + ": " + signature.detail());
        }
    }

    @Test
    void aNestedSignatureOfAnotherToolIsRead() throws IOException, InterruptedException {
        Path first = sign(program, "first", "-h", "sha1");
        Path both = sign(first, "both", "-h", "sha256", "-nest");
        Signature signature = facts(both).signature().orElseThrow();
        assertEquals(SignatureStatus.VALID, signature.status(), signature.detail());
        byte[] changed = Files.readAllBytes(both);
        changed[2000] ^= 1;
        assertEquals(SignatureStatus.INVALID, facts(Files.write(folder.resolve("changed"), changed)).signature().orElseThrow().status());
    }

    @Test
    void aTimestampOfAnotherToolIsRead() throws IOException, InterruptedException {
        assumeTrue(output("osslsigncode", "sign", "--help").contains("-TSA-certs"),
                "this osslsigncode stamps no times by itself; version 2.6 and later do");
        Path stamped = sign(program, "stamped", "-h", "sha256", "-TSA-certs", folder.resolve("authority.pem").toString(), "-TSA-key",
                folder.resolve("authority.key").toString());
        Signature signature = facts(stamped).signature().orElseThrow();
        assertEquals(SignatureStatus.VALID, signature.status(), signature.detail());
        assertTrue(signature.signed().orElseThrow().isAfter(Instant.parse("2026-01-01T00:00:00Z")), signature.toString());
    }

    @Test
    void bytesThatAnotherToolHidesAreNotSigned() throws IOException, InterruptedException {
        Signature signature = facts(sign(program, "blob", "-h", "sha256", "-addUnauthenticatedBlob")).signature().orElseThrow();
        assertEquals(SignatureStatus.VALID, signature.status(), signature.detail());
    }

    private ContentFacts facts(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        probe.update(bytes, 0, bytes.length);
        ContentFacts facts = probe.end();
        assertEquals(ContentType.PE, facts.type(), file.toString());
        return facts;
    }

    private Path sign(Path file, String name, String... options) throws IOException, InterruptedException {
        Path signed = folder.resolve(name + ".exe");
        List<String> command = new ArrayList<>(List.of("osslsigncode", "sign", "-certs", folder.resolve("author.pem").toString(), "-key",
                folder.resolve("author.key").toString(), "-in", file.toString(), "-out", signed.toString()));
        command.addAll(List.of(options));
        String output = output(command.toArray(String[]::new));
        assertTrue(Files.exists(signed), output);
        return signed;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private void save(Signer signer, String name) throws IOException {
        StringBuilder certificates = new StringBuilder();
        for (X509CertificateHolder certificate : signer.chain()) {
            certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(folder.resolve(name + ".pem"), certificates);
        Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", signer.key().getPrivate().getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }

    private static boolean isThere(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
    }
}
