package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are kept under a password in a file that other programs read, and taken over from theirs. */
class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsKeptAndUnlockedByItsPasswordAlone() throws IOException {
        Path file = folder.resolve("keys.p12");
        SigningKey ann = new NewKey("ann", KeyKind.ED25519, "Ann", "", 10).make(Instant.now());
        SigningKey other = new NewKey("other", KeyKind.P256, "Ann", "", 10).make(Instant.now());
        KeyFile made = KeyFile.openOrNew(file, secret("right"));
        made.add(ann, secret("right"));
        made.save(secret("right"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(ann.certificate(), KeyFile.open(file, secret("right")).keys().key("", secret("right")).certificate());
        AssayException wrong = assertThrows(AssayException.class, () -> KeyFile.open(file, secret("wrong")));
        assertEquals(ErrorCode.WRONG_USAGE, wrong.code());
        made.add(other, secret("right"));
        made.save(secret("right"));
        KeyFile both = KeyFile.open(file, secret("right"));
        assertEquals(List.of("ann", "other"), both.keys().names());
        assertTrue(assertThrows(AssayException.class, () -> both.keys().key("", secret("right"))).getMessage()
                .contains("Name one of them: ann, other"));
        assertThrows(AssayException.class, () -> both.add(ann, secret("right")));
        assertThrows(AssayException.class, () -> both.keys().key("none", secret("right")));
    }

    @Test
    void whatIsNoKeyFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.p12"), "nothing");
        assertEquals(ErrorCode.SOURCE, assertThrows(AssayException.class, () -> KeyFile.open(file, secret("x"))).code());
        assertEquals(ErrorCode.WRONG_USAGE,
                assertThrows(AssayException.class, () -> KeyFile.open(folder.resolve("none"), secret("x"))).code());
    }

    @Test
    void keysOfOpensslAreTakenOver() throws IOException, InterruptedException {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-keyout", "plain.pem", "-out", "cert.pem",
                "-nodes", "-subj", "/CN=Bert", "-days", "10");
        Files.writeString(folder.resolve("both.pem"), Files.readString(folder.resolve("plain.pem"))
                + Files.readString(folder.resolve("cert.pem")));
        assertEquals("Bert", KeyNames.of(ImportedKey.read("b", folder.resolve("both.pem"), secret("")).certificate()));
        openssl.run("pkcs8", "-topk8", "-in", "plain.pem", "-out", "locked.pem", "-passout", "pass:open");
        Files.writeString(folder.resolve("both-locked.pem"), Files.readString(folder.resolve("locked.pem"))
                + Files.readString(folder.resolve("cert.pem")));
        assertEquals("Bert", KeyNames.of(ImportedKey.read("b", folder.resolve("both-locked.pem"), secret("open")).certificate()));
        assertThrows(AssayException.class, () -> ImportedKey.read("b", folder.resolve("both-locked.pem"), secret("shut")));
        openssl.run("pkcs12", "-export", "-in", "both.pem", "-out", "bert.p12", "-passout", "pass:open", "-name", "bert");
        assertEquals("Bert", KeyNames.of(ImportedKey.read("b", folder.resolve("bert.p12"), secret("open")).certificate()));
    }

    @Test
    void aCertificateOfAnotherKeyIsRefused() throws IOException, InterruptedException {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.run("req", "-x509", "-newkey", "ed25519", "-keyout", "one.pem", "-out", "one-cert.pem", "-nodes", "-subj", "/CN=One");
        openssl.run("req", "-x509", "-newkey", "ed25519", "-keyout", "two.pem", "-out", "two-cert.pem", "-nodes", "-subj", "/CN=Two");
        Path mixed = Files.writeString(folder.resolve("mixed.pem"), Files.readString(folder.resolve("one.pem"))
                + Files.readString(folder.resolve("two-cert.pem")));
        assertEquals(ErrorCode.WRONG_USAGE, assertThrows(AssayException.class, () -> ImportedKey.read("m", mixed, secret(""))).code());
    }

    private static Password secret(String text) {
        return new Password(text.toCharArray());
    }
}
