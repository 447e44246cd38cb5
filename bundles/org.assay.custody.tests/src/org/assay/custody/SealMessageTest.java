package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement that was signed can be read again by us and by OpenSSL, and is none when a bit of it is another. */
class SealMessageTest {

    private static final byte[] STATEMENT = "assay seal 1\n{\"sealed\":\"snapshot\",\"id\":1}\n".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void whatWasSignedIsReadAgain(KeyKind kind) {
        SigningKey key = new NewKey("k", kind, "Ann Example", "Example Labs", 365).make(NOW);
        SealMessage message = SealMessage.read(SealMessage.sign(STATEMENT, key, NOW)).orElseThrow();
        assertArrayEquals(STATEMENT, message.statement());
        assertEquals(NOW, message.signed());
        assertEquals(List.of(key.certificate()), message.certificates());
        assertTrue(message.holds());
        assertEquals("Ann Example (Example Labs)", KeyNames.of(key.certificate()));
    }

    /** Each byte in turn: either it can no longer be read, or the signature does not hold, or what was signed is the same. */
    @Test
    void aMessageThatWasAlteredDoesNotHold() {
        SigningKey key = new NewKey("k", KeyKind.ED25519, "Ann", "", 1).make(NOW);
        byte[] whole = SealMessage.sign(STATEMENT, key, NOW).toArray();
        int broken = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Optional<SealMessage> read = SealMessage.read(Bytes.copyOf(altered));
            if (read.isPresent() && read.get().holds()) {
                assertArrayEquals(STATEMENT, read.get().statement(), "byte " + at);
                assertEquals(NOW, read.get().signed(), "byte " + at);
            } else {
                broken++;
            }
        }
        assertTrue(broken > STATEMENT.length + 64, broken + " of " + whole.length);
    }

    @Test
    void whatIsNoMessageIsNone() {
        assertEquals(Optional.empty(), SealMessage.read(Bytes.EMPTY));
        assertEquals(Optional.empty(), SealMessage.read(Bytes.copyOf(STATEMENT)));
        assertEquals(Optional.empty(), SealMessage.read(Bytes.ofHex("3080")));
    }

    @Test
    void opensslAcceptsASealAndWritesTheStatement() throws IOException, InterruptedException {
        SigningKey key = new NewKey("k", KeyKind.P256, "Ann", "Labs", 365).make(Instant.now());
        Files.writeString(folder.resolve("ann.pem"), TrustFiles.pem(key.certificate()));
        Files.write(folder.resolve("seal.p7s"), SealMessage.sign(STATEMENT, key, Instant.now()).toArray());
        OpenSsl openssl = new OpenSsl(folder);
        String[] verify = {"cms", "-verify", "-inform", "DER", "-in", "seal.p7s", "-CAfile", "ann.pem", "-purpose", "any", "-binary",
            "-out", "statement.txt"};
        openssl.run(verify);
        assertArrayEquals(STATEMENT, Files.readAllBytes(folder.resolve("statement.txt")));
        byte[] altered = SealMessage.sign(STATEMENT, key, Instant.now()).toArray();
        altered[altered.length - 1] ^= 1;
        Files.write(folder.resolve("seal.p7s"), altered);
        assertFalse(openssl.complaint(verify).isEmpty());
    }

    @Test
    void opensslReadsARequest() throws IOException, InterruptedException {
        SigningKey key = new NewKey("k", KeyKind.ED25519, "Ann", "Labs", 365).make(Instant.now());
        Files.writeString(folder.resolve("ann.csr"), CertificateRequest.of(key));
        new OpenSsl(folder).run("req", "-verify", "-noout", "-in", "ann.csr");
    }
}
