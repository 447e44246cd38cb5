package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signed is told by the anchors that were given: trusted, unknown, expired, revoked. */
class TrustTest {

    private static final byte[] STATEMENT = {1, 2, 3};
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    private final SigningKey ann = new NewKey("ann", KeyKind.P256, "Ann", "Labs", 365).make(NOW);
    private final SigningKey bert = new NewKey("bert", KeyKind.ED25519, "Ann", "Labs", 365).make(NOW);

    @Test
    void aKeyThatIsAnAnchorIsTrustedAndOneOfTheSameNameIsNot() {
        assertEquals(TrustVerdict.TRUSTED, verdict(ann, List.of(ann.certificate()), NOW));
        assertEquals(TrustVerdict.UNKNOWN_KEY, verdict(bert, List.of(ann.certificate()), NOW));
        assertEquals(TrustVerdict.UNKNOWN_KEY, verdict(ann, List.of(), NOW));
    }

    @Test
    void aCertificateOutsideItsTimeIsExpiredAndOneThatExpiredSinceSaysSo() {
        assertEquals(TrustVerdict.EXPIRED, verdict(ann, List.of(ann.certificate()), NOW.plus(Duration.ofDays(366))));
        assertEquals(TrustVerdict.EXPIRED, verdict(ann, List.of(ann.certificate()), NOW.minus(Duration.ofDays(1))));
        Trust.Judgement later = new Trust(List.of(ann.certificate()), List.of()).judge(message(ann, NOW), NOW, false,
                NOW.plus(Duration.ofDays(400)));
        assertEquals(TrustVerdict.TRUSTED, later.verdict());
        assertTrue(later.detail().getFirst().startsWith("its certificate held then and expired at "), later.toString());
    }

    @Test
    void aKeyForWhichAnAuthorityVouchesIsTrustedUntilItTakesThatBack() throws GeneralSecurityException, OperatorCreationException,
            IOException {
        KeyPair authority = KeyKind.P256.newPair();
        X509Certificate root = certificate("CN=Authority", authority, "CN=Authority", authority, true, 1);
        KeyPair pair = KeyKind.ED25519.newPair();
        SigningKey vouched = SigningKey.of("v", pair.getPrivate(),
                List.of(certificate("CN=Eve", pair, "CN=Authority", authority, false, 2)));
        assertEquals(TrustVerdict.TRUSTED, verdict(vouched, List.of(root), NOW));
        assertEquals(TrustVerdict.EXPIRED, verdict(vouched, List.of(root), NOW.plus(Duration.ofDays(3650))));
        Trust.Judgement revoked = new Trust(List.of(root), List.of(list("CN=Authority", authority, 2)))
                .judge(message(vouched, NOW), NOW, false, NOW);
        assertEquals(TrustVerdict.REVOKED, revoked.verdict());
        assertTrue(revoked.detail().getFirst().startsWith("the key of Eve was revoked as of "), revoked.toString());
        Instant before = NOW.minus(Duration.ofHours(2));
        Trust trust = new Trust(List.of(root), List.of(list("CN=Authority", authority, 2)));
        assertEquals(TrustVerdict.REVOKED, trust.judge(message(vouched, before), before, false, NOW).verdict());
        assertEquals(TrustVerdict.TRUSTED, trust.judge(message(vouched, before), before, true, NOW).verdict());
        assertEquals(TrustVerdict.TRUSTED, judged(vouched, root, list("CN=Authority", authority, 3)));
        // a list that somebody else signed under the authority's name says nothing
        assertEquals(TrustVerdict.TRUSTED, judged(vouched, root, list("CN=Authority", pair, 2)));
    }

    /** An authority of the same name, with another key, vouches for nobody. */
    @Test
    void anAuthorityIsNotKnownByItsName() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair real = KeyKind.P256.newPair();
        KeyPair false1 = KeyKind.P256.newPair();
        X509Certificate root = certificate("CN=Authority", real, "CN=Authority", real, true, 1);
        KeyPair pair = KeyKind.P256.newPair();
        SigningKey key = SigningKey.of("v", pair.getPrivate(), List.of(certificate("CN=Eve", pair, "CN=Authority", false1, false, 2),
                certificate("CN=Authority", false1, "CN=Authority", false1, true, 1)));
        assertEquals(TrustVerdict.UNKNOWN_KEY, verdict(key, List.of(root), NOW));
    }

    /** Who has a certificate may sign, but not vouch for others. */
    @Test
    void anExaminerVouchesForNobody() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair examiner = KeyKind.P256.newPair();
        X509Certificate anchor = certificate("CN=Ann", examiner, "CN=Ann", examiner, false, 1);
        KeyPair pair = KeyKind.P256.newPair();
        KeyPair middle = KeyKind.P256.newPair();
        SigningKey key = SigningKey.of("v", pair.getPrivate(), List.of(certificate("CN=Eve", pair, "CN=Middle", middle, false, 2),
                certificate("CN=Middle", middle, "CN=Ann", examiner, false, 3)));
        assertEquals(TrustVerdict.UNKNOWN_KEY, verdict(key, List.of(anchor), NOW));
    }

    @Test
    void filesWithoutCertificatesAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("none.pem"), "nothing");
        assertEquals(ErrorCode.WRONG_USAGE, assertThrows(AssayException.class, () -> TrustFiles.certificates(file)).code());
        Path two = Files.writeString(folder.resolve("two.pem"), TrustFiles.pem(ann.certificate()) + TrustFiles.pem(bert.certificate()));
        assertEquals(List.of(ann.certificate(), bert.certificate()), TrustFiles.certificates(two));
    }

    private static TrustVerdict judged(SigningKey key, X509Certificate root, X509CRL list) {
        return new Trust(List.of(root), List.of(list)).judge(message(key, NOW), NOW, false, NOW).verdict();
    }

    private static TrustVerdict verdict(SigningKey key, List<X509Certificate> anchors, Instant signed) {
        return new Trust(anchors, List.of()).judge(message(key, signed), signed, false, NOW).verdict();
    }

    private static SealMessage message(SigningKey key, Instant signed) {
        return SealMessage.read(SealMessage.sign(STATEMENT, key, signed)).orElseThrow();
    }

    private static X509Certificate certificate(String subject, KeyPair pair, String issuer, KeyPair signer, boolean authority, int serial)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), BigInteger.valueOf(serial),
                Date.from(NOW.minus(Duration.ofDays(1))), Date.from(NOW.plus(Duration.ofDays(365))), new X500Name(subject),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(signer)));
    }

    private static ContentSigner signer(KeyPair pair) throws OperatorCreationException {
        return new JcaContentSignerBuilder(pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519")
                .build(pair.getPrivate());
    }

    private static X509CRL list(String issuer, KeyPair signer, int serial) throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CRLConverter().getCRL(new JcaX509v2CRLBuilder(new X500Principal(issuer), Date.from(NOW))
                .addCRLEntry(BigInteger.valueOf(serial), Date.from(NOW.minus(Duration.ofHours(1))), CRLReason.keyCompromise)
                .build(signer(signer)));
    }
}
