package org.assay.content;

import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;

/** Says when a signature was made, by what a third party signed over it. That party is not checked against a list of trusted ones. */
final class Timestamps {

    /** szOID_RFC3161_counterSign: a time-stamp token (RFC 3161), since Windows 7. */
    private static final ASN1ObjectIdentifier TOKEN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");

    private static final Set<ASN1ObjectIdentifier> FOR_TIME = Set.of(KeyPurposeId.id_kp_timeStamping.toOID(),
            KeyPurposeId.anyExtendedKeyUsage.toOID());

    private Timestamps() {
    }

    /**
     * The time of the time-stamp token of {@code signer}, or else of its counter signature (PKCS #9, section 5.2).
     *
     * @param certificates those that came with the signature; a token has its own
     * @return empty without either
     */
    static Optional<Instant> of(SignerInformation signer, Certificates certificates) throws SignatureProblemException {
        for (ASN1Encodable token : SignerAttributes.values(signer.getUnsignedAttributes(), TOKEN)) {
            return Optional.of(token(signer, token));
        }
        for (SignerInformation counter : signer.getCounterSignatures()) {
            return Optional.of(counter(counter, certificates));
        }
        return Optional.empty();
    }

    private static Instant token(SignerInformation signer, ASN1Encodable value) throws SignatureProblemException {
        try {
            CMSSignedData token = new CMSSignedData(ContentInfo.getInstance(value));
            if (!PKCSObjectIdentifiers.id_ct_TSTInfo.getId().equals(token.getSignedContentTypeOID()) || token.getSignedContent() == null
                    || token.getSignerInfos().size() != 1) {
                throw SignatureProblemException.unreadable("The timestamp is not a time-stamp token.");
            }
            TSTInfo info = TSTInfo.getInstance(token.getSignedContent().getContent());
            MessageImprint imprint = info.getMessageImprint();
            MessageDigest digest = PeDigests.platform(imprint.getHashAlgorithm().getAlgorithm())
                    .orElseThrow(() -> SignatureProblemException.unreadable("The timestamp uses an unsupported digest algorithm."));
            if (!MessageDigest.isEqual(digest.digest(signer.getSignature()), imprint.getHashedMessage())) {
                throw SignatureProblemException.invalid("The timestamp belongs to another signature.");
            }
            Instant time = info.getGenTime().getDate().toInstant();
            check(token.getSignerInfos().iterator().next(), Certificates.of(token.getCertificates()), time);
            return time;
        } catch (CMSException | ParseException e) {
            throw SignatureProblemException.unreadable("The timestamp is malformed.");
        }
    }

    private static Instant counter(SignerInformation counter, Certificates certificates) throws SignatureProblemException {
        List<ASN1Encodable> times = SignerAttributes.values(counter.getSignedAttributes(), CMSAttributes.signingTime);
        if (times.isEmpty()) {
            throw SignatureProblemException.unreadable("The timestamp does not contain a time.");
        }
        Instant time = Time.getInstance(times.getFirst()).getDate().toInstant();
        check(counter, certificates, time);
        return time;
    }

    /** Whether the authority has signed, and had a certificate for it at that time. */
    private static void check(SignerInformation authority, Certificates certificates, Instant time) throws SignatureProblemException {
        X509CertificateHolder certificate = certificates.of(authority.getSID())
                .orElseThrow(() -> SignatureProblemException.unreadable("The certificate of the timestamping authority is missing."));
        try {
            if (!authority.verify(Certificates.verifier(certificate))) {
                throw SignatureProblemException.invalid("The signature of the timestamp is invalid.");
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw SignatureProblemException.invalid("The signature of the timestamp is invalid.");
        } catch (CMSException e) {
            throw SignatureProblemException.unreadable("The timestamp is signed with an unsupported algorithm.");
        }
        if (!Certificates.isFor(certificate, FOR_TIME)) {
            throw SignatureProblemException.invalid("The certificate of the timestamping authority is not valid for timestamping.");
        }
        if (!certificate.isValidOn(Date.from(time))) {
            throw SignatureProblemException.invalid(
                    "The timestamp was made outside the validity period of the timestamping authority's certificate.");
        }
    }
}
