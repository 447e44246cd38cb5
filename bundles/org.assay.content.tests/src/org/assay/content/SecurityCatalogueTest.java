package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** Catalogues that the test makes and signs itself, and the digests by which they list programs. */
class SecurityCatalogueTest {

    private static final Signer AUTHOR = Signer.selfMade("Windows", KeyPurposeId.id_kp_codeSigning);

    private static byte[] digest(String algorithm, String content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentFacts facts(byte[] content, Set<DigestAlgorithm> always, Set<DigestAlgorithm> more) {
        ContentProbe probe = new ContentProbe(always, new ConcurrentHashMap<>());
        probe.reset(more);
        probe.update(content, 0, content.length);
        return probe.end();
    }

    @Test
    void listsItsMembersHoweverTheyAreNamed() {
        byte[] sha1 = digest("SHA-1", "one");
        byte[] sha256 = digest("SHA-256", "two");
        byte[] bare = digest("SHA-256", "three");
        byte[] digits = digest("SHA-1", "four");
        SecurityCatalogue catalogue = SecurityCatalogue.read(new CatalogueBuilder().member("SHA-1", sha1).member("SHA-256", sha256)
                .member(bare).digits(digits).member(new byte[5]).signedBy(AUTHOR));
        assertEquals(SignatureStatus.VALID, catalogue.signature().status(), catalogue.signature().detail());
        assertEquals("Windows", catalogue.signature().signer());
        assertEquals(Set.of(Bytes.copyOf(sha1), Bytes.copyOf(sha256), Bytes.copyOf(bare), Bytes.copyOf(digits)), catalogue.members());
    }

    @Test
    void oneThatWasAlteredListsNothing() {
        byte[] member = digest("SHA-256", "two");
        byte[] file = new CatalogueBuilder().member(member).signedBy(AUTHOR);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(new String(member, StandardCharsets.ISO_8859_1));
        file[at] ^= 1;
        SecurityCatalogue catalogue = SecurityCatalogue.read(file);
        assertEquals(SignatureStatus.INVALID, catalogue.signature().status());
        assertEquals(Set.of(), catalogue.members());
    }

    @Test
    void whatIsNoCatalogueIsUnreadable() {
        ASN1ObjectIdentifier roots = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.3.9");
        byte[] ofCertificates = Signer.bytes(AUTHOR.sign(CatalogueBuilder.TRUST_LIST, new CatalogueBuilder().list(roots), "SHA-256"));
        assertEquals("The signed list is not one of files.", SecurityCatalogue.read(ofCertificates).signature().detail());
        byte[] ofProgram = Signer.bytes(AUTHOR.sign(PeBuilder.pe32(), PeBuilder.pe32().build(), "SHA-256"));
        assertEquals("The signed content is not the list of a catalogue.", SecurityCatalogue.read(ofProgram).signature().detail());
        byte[] file = new CatalogueBuilder().member(digest("SHA-256", "two")).signedBy(AUTHOR);
        for (int length = 0; length < file.length; length += 7) {
            assertEquals(SignatureStatus.UNREADABLE, SecurityCatalogue.read(Arrays.copyOf(file, length)).signature().status());
        }
        assertTrue(SecurityCatalogue.read(new byte[SecurityCatalogue.MAX_BYTES + 1]).signature().detail().contains("at most"));
    }

    /** PESHA-1 and PESHA-256 of a program without a signature are what its signature would be over. */
    @Test
    void programsAreListedByWhatASignatureWouldBeOver() throws GeneralSecurityException {
        Set<DigestAlgorithm> both = EnumSet.of(DigestAlgorithm.PESHA1, DigestAlgorithm.PESHA256);
        for (PeBuilder builder : new PeBuilder[] {PeBuilder.pe32(), PeBuilder.pe32Plus()}) {
            byte[] program = builder.build();
            Map<DigestAlgorithm, Bytes> expected = Map.of(
                    DigestAlgorithm.PESHA1, Bytes.copyOf(Signer.digest(builder, program, "SHA-1")),
                    DigestAlgorithm.PESHA256, Bytes.copyOf(Signer.digest(builder, program, "SHA-256")));
            assertEquals(expected, facts(program, Set.of(), both).digests());
            assertEquals(expected, facts(program, both, Set.of()).digests());
            // A signature fills the file up to eight bytes, and does not alter what it is over.
            byte[] odd = Arrays.copyOf(program, program.length - 3);
            byte[] filled = Arrays.copyOf(odd, program.length);
            assertEquals(Bytes.copyOf(Signer.digest(builder, filled, "SHA-1")), facts(odd, both, Set.of()).digests()
                    .get(DigestAlgorithm.PESHA1));
            byte[] signed = builder.withTable(program, Signer.bytes(AUTHOR.sign(builder, program, "SHA-256")));
            assertEquals(expected, facts(signed, Set.of(), both).digests());
            assertEquals(SignatureStatus.VALID, facts(signed, Set.of(), both).signature().orElseThrow().status());
        }
    }

    @Test
    void otherFilesHaveNoDigestsOfPrograms() {
        Set<DigestAlgorithm> asked = EnumSet.of(DigestAlgorithm.PESHA256, DigestAlgorithm.MD5);
        ContentFacts text = facts("text".getBytes(StandardCharsets.UTF_8), Set.of(), asked);
        assertEquals(Set.of(DigestAlgorithm.MD5), text.digests().keySet());
        assertTrue(text.covers(asked));
        assertEquals(Map.of(), facts(PeBuilder.pe32().build(), Set.of(), Set.of()).digests());
    }
}
