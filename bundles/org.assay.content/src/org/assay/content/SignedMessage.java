package org.assay.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signature as Windows makes them: a PKCS #7 signed data, over a program's digest (Windows Authenticode Portable Executable Signature
 * Format) or a catalogue's list.
 * What it says of the signer is checked as far as the file itself goes; no list of trusted or revoked certificates is asked.
 */
final class SignedMessage {

    /** szOID_NESTED_SIGNATURE: more signatures, among what is not signed. */
    private static final ASN1ObjectIdentifier NESTED = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

    /** What a certificate that may sign programs is for: besides code signing the two purposes that Microsoft gave out before it. */
    private static final Set<ASN1ObjectIdentifier> FOR_PROGRAMS = Set.of(KeyPurposeId.id_kp_codeSigning.toOID(),
            KeyPurposeId.anyExtendedKeyUsage.toOID(), new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.21"),
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.22"));

    /** An entry is filled up with fewer zeros than this. */
    private static final int FILL = 8;

    private final CMSSignedData data;
    private final SignerInformation signer;
    private final Certificates certificates;
    private final int hidden;

    private SignedMessage(CMSSignedData data, SignerInformation signer, int hidden) throws SignatureProblemException {
        this.data = data;
        this.signer = signer;
        this.hidden = hidden;
        certificates = Certificates.of(data.getCertificates());
    }

    /** Judges what was signed. */
    @FunctionalInterface
    interface SignedContent {

        /**
         * What is to be noted of it, a sentence with a blank behind it; empty when nothing is.
         *
         * @param type what it is said to be
         * @throws SignatureProblemException when it is not what it should be
         */
        String check(ASN1ObjectIdentifier type, ASN1Encodable content) throws SignatureProblemException;
    }

    /** Reads a message and counts what lies hidden behind it in its entry. */
    static SignedMessage read(byte[] entry) throws SignatureProblemException {
        try (ASN1InputStream in = new ASN1InputStream(entry)) {
            CMSSignedData data = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw SignatureProblemException.unreadable("The signature has " + signers.size() + " signers instead of one.");
            }
            return new SignedMessage(data, signers.iterator().next(), hidden(in.readAllBytes()));
        } catch (IOException | CMSException | RuntimeException e) {
            // Whatever the library makes of hostile bytes, they are no signed data.
            throw SignatureProblemException.unreadable("In the place of the signature stands something other than PKCS #7 signed data.");
        }
    }

    /** How many bytes are more than what fills an entry up, which are fewer than eight zeros. */
    private static int hidden(byte[] behind) {
        for (byte b : behind) {
            if (b != 0) {
                return behind.length;
            }
        }
        return behind.length < FILL ? 0 : behind.length;
    }

    /** The signatures within this one, which may hold anything. */
    List<byte[]> nested() throws SignatureProblemException {
        try {
            List<byte[]> nested = new ArrayList<>();
            for (ASN1Encodable value : SignerAttributes.values(signer.getUnsignedAttributes(), NESTED)) {
                nested.add(value.toASN1Primitive().getEncoded());
            }
            return nested;
        } catch (IOException | RuntimeException e) {
            throw SignatureProblemException.unreadable("The attributes of the signature are malformed.");
        }
    }

    /** What this signature is worth. */
    Signature check(SignedContent content) {
        try {
            return certificates.of(signer.getSID()).map(certificate -> check(content, certificate)).orElseGet(() ->
                    SignatureProblemException.unreadable("The signature does not include the certificate of its signer.").signature());
        } catch (RuntimeException e) {
            // Whatever the library makes of hostile bytes.
            return SignatureProblemException.unreadable("The signature is malformed.").signature();
        }
    }

    private Signature check(SignedContent content, X509CertificateHolder certificate) {
        Optional<Instant> signed = Optional.empty();
        SignatureStatus status = SignatureStatus.VALID;
        String detail;
        try {
            if (data.getSignedContent() == null) {
                throw SignatureProblemException.unreadable("The signature does not include what was signed.");
            }
            String weak = content.check(new ASN1ObjectIdentifier(data.getSignedContentTypeOID()),
                    (ASN1Encodable) data.getSignedContent().getContent());
            checkSigner(certificate);
            certificates.checkChain(certificate);
            signed = Timestamps.of(signer, certificates);
            checkUse(certificate, signed);
            detail = weak + selfMade(certificate) + hidden();
        } catch (SignatureProblemException e) {
            status = e.status();
            detail = e.getMessage();
        }
        return Signature.of(status, Certificates.name(certificate.getSubject()), Certificates.name(certificate.getIssuer()), signed,
                detail.strip()).withKey(key(certificate));
    }

    private static Bytes key(X509CertificateHolder certificate) {
        try {
            return Bytes.copyOf(Digests.platform("SHA-256").digest(certificate.getSubjectPublicKeyInfo().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSigner(X509CertificateHolder certificate) throws SignatureProblemException {
        try {
            if (!signer.verify(Certificates.verifier(certificate))) {
                throw SignatureProblemException.invalid("The signature was not made with the key of the signer's certificate.");
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw SignatureProblemException.invalid("The signed data was altered.");
        } catch (CMSException e) {
            throw SignatureProblemException.unreadable("The signature uses an unsupported algorithm.");
        }
    }

    /** Whether the certificate is for programs, and was valid when a timestamp says it was used. Without one nobody knows when. */
    private static void checkUse(X509CertificateHolder certificate, Optional<Instant> signed) throws SignatureProblemException {
        if (!Certificates.isFor(certificate, FOR_PROGRAMS)) {
            throw SignatureProblemException.invalid("The signer's certificate is not valid for code signing.");
        }
        if (signed.isPresent() && !certificate.isValidOn(Date.from(signed.get()))) {
            throw SignatureProblemException.invalid("It was signed outside the validity period of the signer's certificate.");
        }
    }

    private static String selfMade(X509CertificateHolder certificate) {
        return certificate.getSubject().equals(certificate.getIssuer()) ? "The signer's certificate is self-signed. " : "";
    }

    private String hidden() {
        return hidden == 0 ? "" : hidden + " bytes follow the signature within its table entry, where it does not cover them. ";
    }
}
