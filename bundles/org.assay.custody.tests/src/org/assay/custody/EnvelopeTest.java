package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is encrypted is opened by whom it is for, with Assay and with OpenSSL, and by nobody else; what was altered is not taken for it. */
class EnvelopeTest {

    @TempDir
    Path folder;

    private final SigningKey ann = key("Ann", KeyKind.P256, Instant.now());
    private final byte[] content = content();

    private static byte[] content() {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        return content;
    }

    private static SigningKey key(String holder, KeyKind kind, Instant made) {
        return new NewKey("key", kind, holder, "", 10).make(made);
    }

    @Test
    void everyRecipientAndTheHolderOfThePasswordOpenIt() throws IOException, InterruptedException {
        new OpenSsl(folder).run("req", "-x509", "-newkey", "rsa:2048", "-keyout", "bert.key", "-out", "bert.pem", "-nodes",
                "-subj", "/CN=Bert");
        SigningKey bert = ImportedKey.read("bert", Files.writeString(folder.resolve("both.pem"),
                Files.readString(folder.resolve("bert.key")) + Files.readString(folder.resolve("bert.pem"))), secret(""));
        Path file = sealed(new Envelope(List.of(ann.certificate(), bert.certificate()), Optional.of(secret("gr\u00fc\u00df"))), content);
        assertArrayEquals(content, opened(file, in -> OpenedEnvelope.with(in, ann)));
        assertArrayEquals(content, opened(file, in -> OpenedEnvelope.with(in, bert)));
        assertArrayEquals(content, opened(file, in -> OpenedEnvelope.with(in, secret("gr\u00fc\u00df"))));
        Files.writeString(folder.resolve("ann.pem"), TrustFiles.pem(ann.certificate()));
        Files.writeString(folder.resolve("ann.key"), TrustFiles.pem("PRIVATE KEY", ann.key().getEncoded()));
        assertOpensslOpens(file, "-recip", "ann.pem", "-inkey", "ann.key");
        assertOpensslOpens(file, "-recip", "bert.pem", "-inkey", "bert.key");
        assertOpensslOpens(file, "-pwri_password", "gr\u00fc\u00df");
    }

    @Test
    void aWrongKeyOrPasswordSaysSo() throws IOException {
        Path both = sealed(new Envelope(List.of(ann.certificate()), Optional.of(secret("right"))), content);
        assertRefused("The password is wrong", both, in -> OpenedEnvelope.with(in, secret("wrong")));
        SigningKey other = key("Other", KeyKind.P256, Instant.now());
        assertRefused("not encrypted for Other", both, in -> OpenedEnvelope.with(in, other));
        SigningKey mixed = SigningKey.of("mixed", other.key(), ann.chain());
        assertRefused("does not open", both, in -> OpenedEnvelope.with(in, mixed));
        Path keyed = sealed(new Envelope(List.of(ann.certificate()), Optional.empty()), content);
        assertRefused("has no password", keyed, in -> OpenedEnvelope.with(in, secret("right")));
    }

    @Test
    void whatNobodyOrEverybodyCouldOpenIsRefused() {
        assertUsage("nobody", List.of(), Optional.empty());
        assertUsage("empty", List.of(), Optional.of(secret("")));
        assertUsage("only signs", List.of(key("Ed", KeyKind.ED25519, Instant.now())), Optional.empty());
        assertUsage("holds from", List.of(key("Old", KeyKind.P256, Instant.now().minus(Duration.ofDays(20)))), Optional.empty());
    }

    @Test
    void whatIsCutOffOrFollowedBySomethingIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(sealed(new Envelope(List.of(ann.certificate()), Optional.empty()), Arrays.copyOf(content, 100)));
        for (int length = 0; length < whole.length; length++) {
            assertRefused("The pack", Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length)),
                    in -> OpenedEnvelope.with(in, ann));
        }
        assertRefused("cut off", Files.write(folder.resolve("longer"), Arrays.copyOf(whole, whole.length + 1)),
                in -> OpenedEnvelope.with(in, ann));
    }

    /** What names the recipients is under no tag: where a change there leaves the key as it is, the content is, too. */
    @Test
    void noAlteredByteMakesOtherContent() throws IOException {
        byte[] small = Arrays.copyOf(content, 100);
        byte[] whole = Files.readAllBytes(sealed(new Envelope(List.of(ann.certificate()), Optional.empty()), small));
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Path file = Files.write(folder.resolve("altered"), altered);
            try {
                assertArrayEquals(small, opened(file, in -> OpenedEnvelope.with(in, ann)), "byte " + at);
            } catch (AssayException e) {
                assertEquals(ErrorCode.SOURCE, e.code());
                refused++;
            }
        }
        assertTrue(refused > small.length + 16, refused + " of " + whole.length);
    }

    private Path sealed(Envelope envelope, byte[] bytes) throws IOException {
        Path file = folder.resolve("sealed");
        try (OutputStream out = Files.newOutputStream(file); OutputStream sealed = envelope.seal(out)) {
            sealed.write(bytes);
        }
        return file;
    }

    private static byte[] opened(Path file, Function<FileInputStream, OpenedEnvelope> opening) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            OpenedEnvelope envelope = opening.apply(in);
            byte[] bytes = envelope.content().readAllBytes();
            envelope.requireEnd();
            return bytes;
        }
    }

    private static void assertRefused(String said, Path file, Function<FileInputStream, OpenedEnvelope> opening) {
        AssayException refused = assertThrows(AssayException.class, () -> opened(file, opening));
        assertEquals(ErrorCode.SOURCE, refused.code());
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
    }

    private static void assertUsage(String said, List<SigningKey> keys, Optional<Password> password) {
        AssayException refused = assertThrows(AssayException.class,
                () -> new Envelope(keys.stream().map(SigningKey::certificate).toList(), password));
        assertEquals(ErrorCode.WRONG_USAGE, refused.code());
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
    }

    private static Password secret(String text) {
        return new Password(text.toCharArray());
    }

    private void assertOpensslOpens(Path file, String... key) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("cms", "-decrypt", "-inform", "DER", "-in", file.toString(), "-out", "plain"));
        arguments.addAll(List.of(key));
        new OpenSsl(folder).run(arguments.toArray(String[]::new));
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("plain")));
        Files.delete(folder.resolve("plain"));
    }
}
