package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time stamp of an authority says when a message was there, and about which message. */
class TimeStampsTest {

    private static final Bytes MESSAGE = Bytes.copyOf(new byte[] {1, 2, 3});
    private static final Instant TIME = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    @Test
    void anAuthorityIsAskedOverHttp() throws Exception {
        try (TestAuthority authority = new TestAuthority(TIME)) {
            Bytes answer = TimeStamps.ask(authority.serve(authority::answer), TimeStamps.request(MESSAGE));
            TimeStamps.Stamped stamped = TimeStamps.read(answer, MESSAGE);
            assertTrue(stamped.holds());
            assertEquals(TIME, stamped.time());
            assertEquals(authority.certificate(), stamped.authority());
            assertFalse(TimeStamps.read(answer, Bytes.copyOf(new byte[] {1, 2, 4})).holds());
            assertTrue(new Trust(List.of(authority.certificate()), List.of()).trusts(stamped.certificates(), TIME));
            assertFalse(new Trust(List.of(), List.of()).trusts(stamped.certificates(), TIME));
        }
    }

    @Test
    void anAnswerToAnotherQuestionAndOneThatIsNoneAreRefused() throws Exception {
        try (TestAuthority authority = new TestAuthority(TIME)) {
            byte[] other = authority.answer(TimeStamps.request(MESSAGE).toArray());
            requireRefused(authority.serve(_ -> other));
        }
        try (TestAuthority authority = new TestAuthority(TIME)) {
            requireRefused(authority.serve(_ -> new byte[] {1, 2}));
        }
        URI nobody;
        try (TestAuthority authority = new TestAuthority(TIME)) {
            nobody = authority.serve(authority::answer);
        }
        requireRefused(nobody);
    }

    private static void requireRefused(URI authority) {
        assertEquals(ErrorCode.SOURCE, assertThrows(AssayException.class, () -> TimeStamps.ask(authority, TimeStamps.request(MESSAGE)))
                .code());
    }

    @Test
    void whatIsNoTimeStampIsRefused() {
        assertEquals(ErrorCode.WRONG_USAGE, assertThrows(AssayException.class, () -> TimeStamps.read(MESSAGE, MESSAGE)).code());
    }

    @Test
    void opensslReadsTheRequestAndAcceptsTheStamp() throws Exception {
        try (TestAuthority authority = new TestAuthority(Instant.now())) {
            Bytes request = TimeStamps.request(MESSAGE);
            Files.write(folder.resolve("message"), MESSAGE.toArray());
            Files.write(folder.resolve("request.tsq"), request.toArray());
            Files.write(folder.resolve("reply.tsr"), authority.answer(request.toArray()));
            Files.writeString(folder.resolve("authority.pem"), TrustFiles.pem(authority.certificate()));
            OpenSsl openssl = new OpenSsl(folder);
            openssl.run("ts", "-query", "-in", "request.tsq", "-text");
            openssl.run("ts", "-verify", "-in", "reply.tsr", "-data", "message", "-CAfile", "authority.pem");
            openssl.run("ts", "-verify", "-in", "reply.tsr", "-queryfile", "request.tsq", "-CAfile", "authority.pem");
        }
    }
}
