package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import org.assay.model.item.ContentType;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of programs that the test makes and signs itself, with keys of its own. */
class SignatureTest {

    private static final Signer ROOT = Signer.selfMade("Root");
    private static final Signer AUTHOR = ROOT.issue("Good Software", KeyPurposeId.id_kp_codeSigning);
    private static final Signer AUTHORITY = ROOT.issue("Time Authority", KeyPurposeId.id_kp_timeStamping);
    private static final Bytes KEY = Bytes.copyOf(Digests.platform("SHA-256").digest(AUTHOR.key().getPublic().getEncoded()));
    private static final Instant TIME = Instant.parse("2002-02-02T02:02:02Z");

    private static final PeBuilder PE = PeBuilder.pe32Plus();
    private static final byte[] PROGRAM = PE.build();
    private static final CMSSignedData MESSAGE = AUTHOR.sign(PE, PROGRAM, "SHA-256");
    private static final byte[] SIGNED = PE.withTable(PROGRAM, Signer.bytes(MESSAGE));

    @Test
    void aProgramWithoutACertificateTableIsUnsigned() {
        assertEquals(Signature.NONE, signature(PROGRAM));
        assertEquals(Signature.NONE, signature(PeBuilder.pe32().build()));
        assertEquals(Signature.NONE, signature(PE.pointing(PROGRAM, 0, 100)));
        assertEquals(Signature.NONE, signature(PE.pointing(PROGRAM, 100, 0)));
    }

    @Test
    void anotherKeyUnderTheSameNamesIsToldApart() {
        Signer namesake = ROOT.issue("Good Software", KeyPurposeId.id_kp_codeSigning);
        Signature other = signature(PE.withTable(PROGRAM, Signer.bytes(namesake.sign(PE, PROGRAM, "SHA-256"))));
        assertEquals(signature(SIGNED).withKey(other.key().orElseThrow()), other);
        assertNotEquals(signature(SIGNED), other);
    }

    /** A catalogue that vouches for the program lies elsewhere; the program itself is as if nobody had signed it. */
    @Test
    void aProgramWithFewDirectoriesHasNoCertificateTable() {
        PeBuilder few = PeBuilder.pe32Plus().directories(4);
        assertEquals(Signature.NONE, signature(few.withTable(few.build(), Signer.bytes(MESSAGE))));
    }

    @ParameterizedTest
    @CsvSource({"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"})
    void everyDigestThatAuthenticodeKnowsIsChecked(String algorithm) {
        for (PeBuilder builder : List.of(PeBuilder.pe32(), PeBuilder.pe32Plus())) {
            byte[] program = builder.build();
            byte[] signed = builder.withTable(program, Signer.bytes(AUTHOR.sign(builder, program, algorithm)));
            assertEquals(Signature.of(SignatureStatus.VALID, "Good Software", "Root", Optional.empty(), algorithm.equals("MD5")
                    ? "It is signed by its MD5 digest, for which collisions are easy to make." : "").withKey(KEY), signature(signed));
            signed[program.length - 1] ^= 1;
            assertInvalid("its digest differs", signed);
        }
    }

    @Test
    void theChecksumIsNotSigned() {
        byte[] program = SIGNED.clone();
        Arrays.fill(program, PeBuilder.CHECKSUM_AT, PeBuilder.CHECKSUM_AT + 4, (byte) 0);
        assertEquals(SignatureStatus.VALID, signature(program).status());
    }

    @Test
    void noOtherByteOfTheProgramCanBeChanged() {
        for (int at = 0; at < PROGRAM.length; at += at < 0x200 ? 1 : 37) {
            if (at < PeBuilder.CHECKSUM_AT || at >= PeBuilder.CHECKSUM_AT + 4) {
                byte[] changed = SIGNED.clone();
                changed[at] ^= 0x40;
                ContentFacts facts = facts(changed);
                assertNotEquals(Optional.of(SignatureStatus.VALID), facts.signature().map(Signature::status), "byte " + at);
            }
        }
    }

    @Test
    void noByteOfTheCertificateTableMakesItThrow() {
        int valid = 0;
        for (int at = PROGRAM.length; at < SIGNED.length; at += 3) {
            byte[] changed = SIGNED.clone();
            changed[at] ^= 0x11;
            valid += signature(changed).status() == SignatureStatus.VALID ? 1 : 0;
        }
        // The revision, version numbers and algorithms that are named twice carry no weight; the signature does.
        assertTrue(valid < (SIGNED.length - PROGRAM.length) / 30, valid + " changes were not noticed");
    }

    @Test
    void aChangedSignatureIsInvalid() {
        byte[] changed = SIGNED.clone();
        byte[] value = Signer.signer(MESSAGE).getSignature();
        changed[indexOf(changed, value) + 20] ^= 1;
        assertInvalid("not made with the key", changed);
    }

    @Test
    void aTruncatedProgramIsInvalid() {
        assertInvalid("The file ends 1 bytes before", Arrays.copyOf(SIGNED, SIGNED.length - 1));
        assertInvalid("The file ends ", Arrays.copyOf(SIGNED, PROGRAM.length / 2));
    }

    @Test
    void bytesBehindTheTableAreToldOf() {
        Signature signature = signature(Arrays.copyOf(SIGNED, SIGNED.length + 10));
        assertEquals(SignatureStatus.INVALID, signature.status());
        assertEquals("Good Software", signature.signer());
        assertTrue(signature.detail().startsWith("10 bytes follow"), signature.detail());
    }

    @Test
    void bytesHiddenBehindTheSignatureAreToldOf() {
        byte[] entry = Signer.bytes(MESSAGE);
        Signature signature = signature(PE.withTable(PROGRAM, Arrays.copyOf(entry, entry.length + 64)));
        assertEquals(SignatureStatus.VALID, signature.status());
        assertTrue(signature.detail().contains("bytes follow the signature"), signature.detail());
    }

    @Test
    void aTableThatCannotBeIsNoSignature() {
        assertUnreadable("claims to be 7 bytes", withEntryLength(7));
        assertUnreadable("claims to be 4294967295 bytes", withEntryLength(-1));
        assertUnreadable("less than one entry", PE.pointing(SIGNED, SIGNED.length - 4, 4));
        assertUnreadable("type 3", changed(SIGNED, PROGRAM.length + 6, 3));
        assertUnreadable("something other", PE.withTable(PROGRAM, new byte[100]));
        assertUnreadable("something other", PE.withTable(PROGRAM, Arrays.copyOf(Signer.bytes(MESSAGE), 500)));
        assertInvalid("within the header", PE.pointing(PROGRAM, 8, PROGRAM.length - 8));
        assertInvalid("The file ends", PE.pointing(PROGRAM, -8, -1));
    }

    @Test
    void aHugeTableIsNotKept() {
        byte[] program = PE.pointing(Arrays.copyOf(PROGRAM, PROGRAM.length + ProgramProbe.MAX_TABLE_BYTES + 8), PROGRAM.length,
                ProgramProbe.MAX_TABLE_BYTES + 8);
        assertUnreadable("are read", program);
    }

    @Test
    void aHeaderFarInsideIsFoundButNotChecked() {
        PeBuilder far = PeBuilder.pe32().newerAt(100_000);
        byte[] program = far.build();
        assertEquals(ContentType.PE, facts(program).type());
        assertEquals(Signature.NONE, signature(program));
        assertUnreadable("at byte 100000", far.withTable(program, Signer.bytes(MESSAGE)));
        PeBuilder astride = PeBuilder.pe32().newerAt(TypeDetector.HEAD_BYTES - 100);
        assertEquals(Signature.NONE, signature(astride.build()));
        assertUnreadable("at byte 3996", astride.withTable(astride.build(), Signer.bytes(MESSAGE)));
    }

    @Test
    void aSelfMadeCertificateIsToldOf() {
        Signer self = Signer.selfMade("Microsoft Corporation");
        Signature signature = signature(PE.withTable(PROGRAM, Signer.bytes(self.sign(PE, PROGRAM, "SHA-256"))));
        assertEquals(SignatureStatus.VALID, signature.status());
        assertEquals("The signer's certificate is self-signed.", signature.detail());
    }

    @Test
    void aCertificateThatItsIssuerDidNotSignIsInvalid() {
        Signer impostor = Signer.selfMade("Root").issue("Good Software", KeyPurposeId.id_kp_codeSigning);
        Signer dressed = new Signer(impostor.key(), List.of(impostor.chain().getFirst(), ROOT.chain().getFirst()));
        assertInvalid("is not signed by Root", PE.withTable(PROGRAM, Signer.bytes(dressed.sign(PE, PROGRAM, "SHA-256"))));
    }

    @Test
    void aCertificateForOtherUsesIsInvalid() {
        Signer server = ROOT.issue("www", KeyPurposeId.id_kp_serverAuth);
        assertInvalid("not valid for code signing", PE.withTable(PROGRAM, Signer.bytes(server.sign(PE, PROGRAM, "SHA-256"))));
    }

    @Test
    void aTimestampSaysWhenItWasSigned() {
        Signature signature = signature(PE.withTable(PROGRAM, Signer.bytes(AUTHORITY.stamp(MESSAGE, TIME))));
        assertEquals(Signature.of(SignatureStatus.VALID, "Good Software", "Root", Optional.of(TIME), "").withKey(KEY), signature);
    }

    @Test
    void aCounterSignatureSaysWhenItWasSigned() {
        Signer both = new Signer(AUTHOR.key(), Stream.concat(AUTHOR.chain().stream(), AUTHORITY.chain().stream().limit(1)).toList());
        CMSSignedData message = both.sign(PE, PROGRAM, "SHA-1");
        assertEquals(Optional.of(TIME), signature(PE.withTable(PROGRAM, Signer.bytes(AUTHORITY.counter(message, TIME)))).signed());
        assertUnreadable("authority is missing", PE.withTable(PROGRAM, Signer.bytes(AUTHORITY.counter(MESSAGE, TIME))));
        byte[] late = Signer.bytes(AUTHORITY.counter(message, Signer.UNTIL.plusSeconds(1)));
        assertInvalid("outside the validity period", PE.withTable(PROGRAM, late));
    }

    @Test
    void aTimestampThatDoesNotHoldIsInvalid() {
        byte[] moved = Signer.bytes(AUTHORITY.stamp(MESSAGE, TIME));
        moved[indexOf(moved, "20020202020202Z".getBytes(StandardCharsets.US_ASCII)) + 3]++;
        assertInvalid("The signature of the timestamp is invalid", PE.withTable(PROGRAM, moved));
        CMSSignedData other = AUTHOR.sign(PE, changed(PROGRAM, 0x300, 1), "SHA-256");
        CMSSignedData borrowed = CMSSignedData.replaceSigners(MESSAGE, new SignerInformationStore(SignerInformation
                .replaceUnsignedAttributes(Signer.signer(MESSAGE), Signer.signer(AUTHORITY.stamp(other, TIME)).getUnsignedAttributes())));
        assertInvalid("belongs to another signature", PE.withTable(PROGRAM, Signer.bytes(borrowed)));
        byte[] late = Signer.bytes(AUTHORITY.stamp(MESSAGE, Signer.UNTIL.plusSeconds(1)));
        assertInvalid("outside the validity period of the timestamping authority's", PE.withTable(PROGRAM, late));
        byte[] notForTime = Signer.bytes(AUTHOR.counter(MESSAGE, TIME));
        assertInvalid("not valid for timestamping", PE.withTable(PROGRAM, notForTime));
    }

    @Test
    void everySignatureInTheProgramMustHold() {
        CMSSignedData second = AUTHOR.sign(PE, PROGRAM, "SHA-512");
        CMSSignedData wrong = AUTHOR.sign(PE, changed(PROGRAM, 0x300, 1), "SHA-512");
        assertEquals("", signature(PE.withTable(PROGRAM, Signer.bytes(Signer.nest(MESSAGE, second)))).detail());
        assertInvalid(" of 3: The program is not", PE.withTable(PROGRAM, Signer.bytes(Signer.nest(MESSAGE, second, wrong))));
        assertInvalid("Signature 2 of 2", PE.withTable(PROGRAM, Signer.bytes(MESSAGE), Signer.bytes(wrong)));
        CMSSignedData[] many = new CMSSignedData[8];
        Arrays.fill(many, second);
        assertUnreadable("more than 8", PE.withTable(PROGRAM, Signer.bytes(Signer.nest(MESSAGE, many))));
    }

    @Test
    void howTheBytesArriveDoesNotCount() {
        ContentFacts whole = facts(SIGNED);
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
            for (int at = 0; at < SIGNED.length; ) {
                int count = Math.min(SIGNED.length - at, 1 + random.nextInt(round < 25 ? 50 : 3000));
                probe.update(SIGNED, at, count);
                at += count;
            }
            assertEquals(whole, probe.end());
        }
    }

    @Test
    void aSignatureIsCheckedOnceForEachContent() {
        ConcurrentMap<Bytes, Signature> known = new ConcurrentHashMap<>();
        ContentProbe probe = new ContentProbe(Set.of(), known);
        probe.update(SIGNED, 0, SIGNED.length);
        Bytes sha256 = probe.end().sha256();
        assertEquals(Set.of(sha256), known.keySet());
        Signature other = Signature.of(SignatureStatus.VALID, "kept", "", Optional.empty(), "");
        known.put(sha256, other);
        probe.update(SIGNED, 0, SIGNED.length);
        assertEquals(Optional.of(other), probe.end().signature());
    }

    private static void assertInvalid(String detail, byte[] program) {
        assertStatus(SignatureStatus.INVALID, detail, program);
    }

    private static void assertUnreadable(String detail, byte[] program) {
        assertStatus(SignatureStatus.UNREADABLE, detail, program);
    }

    private static void assertStatus(SignatureStatus status, String detail, byte[] program) {
        Signature signature = signature(program);
        assertEquals(status, signature.status(), signature.detail());
        assertTrue(signature.detail().contains(detail), signature.detail());
    }

    private static Signature signature(byte[] program) {
        return facts(program).signature().orElseThrow();
    }

    private static ContentFacts facts(byte[] program) {
        ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        probe.update(program, 0, program.length);
        return probe.end();
    }

    private static byte[] withEntryLength(int length) {
        byte[] program = SIGNED.clone();
        for (int i = 0; i < 4; i++) {
            program[PROGRAM.length + i] = (byte) (length >>> 8 * i);
        }
        return program;
    }

    private static byte[] changed(byte[] program, int at, int value) {
        byte[] copy = program.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        return at;
    }
}
