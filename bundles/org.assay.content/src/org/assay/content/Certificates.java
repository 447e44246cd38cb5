package org.assay.content;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;

/** The certificates that a signed message brings along. */
record Certificates(List<X509CertificateHolder> all) {

    private static final int MAX_CERTIFICATES = 64;
    /** What programs are signed with; Java takes RSA keys of up to 16,384 bits. Keys for DSA could be made to keep it busy for long. */
    private static final Set<ASN1ObjectIdentifier> KEYS = Set.of(PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.id_RSASSA_PSS,
            X9ObjectIdentifiers.id_ecPublicKey);
    private static final int MAX_KEY_BYTES = 4096;
    /** How many certificates go up from the signer, and how many of one name are tried. */
    private static final int MAX_CHAIN_LENGTH = 8;
    private static final int MAX_ISSUERS_OF_A_NAME = 4;
    private static final int MAX_NAME_LENGTH = 256;

    static Certificates of(Store<X509CertificateHolder> store) throws SignatureProblemException {
        Collection<X509CertificateHolder> all = store.getMatches(null);
        if (all.size() > MAX_CERTIFICATES) {
            throw SignatureProblemException.unreadable("The signature includes " + all.size() + " certificates, of which at most "
                    + MAX_CERTIFICATES + " are read.");
        }
        return new Certificates(List.copyOf(all));
    }

    Optional<X509CertificateHolder> of(SignerId signer) {
        return all.stream().filter(signer::match).findFirst();
    }

    /**
     * Goes up from {@code certificate} from issuer to issuer as far as these are here, and checks that each has signed what it is said to
     * have issued.
     */
    void checkChain(X509CertificateHolder certificate) throws SignatureProblemException {
        X509CertificateHolder current = certificate;
        for (int left = MAX_CHAIN_LENGTH; left > 0; left--) {
            X500Name issuer = current.getIssuer();
            List<X509CertificateHolder> named = all.stream().filter(one -> one.getSubject().equals(issuer))
                    .limit(MAX_ISSUERS_OF_A_NAME).toList();
            if (named.isEmpty()) {
                return;
            }
            Optional<X509CertificateHolder> above = issuerAmong(named, current);
            if (above.isEmpty()) {
                throw SignatureProblemException.invalid("The certificate of " + name(current.getSubject()) + " is not signed by "
                        + name(issuer)
                        + ", which it names as its issuer.");
            }
            current = above.get();
        }
    }

    private static Optional<X509CertificateHolder> issuerAmong(List<X509CertificateHolder> named, X509CertificateHolder certificate)
            throws SignatureProblemException {
        for (X509CertificateHolder issuer : named) {
            try {
                if (certificate.isSignatureValid(keyOf(issuer))) {
                    return Optional.of(issuer);
                }
            } catch (CertException e) {
                throw SignatureProblemException.unreadable("The certificate of " + name(certificate.getSubject())
                        + " is signed with an unsupported algorithm.");
            }
        }
        return Optional.empty();
    }

    /** Whether {@code certificate} names one of {@code purposes}, or none at all (RFC 5280, section 4.2.1.12). */
    static boolean isFor(X509CertificateHolder certificate, Set<ASN1ObjectIdentifier> purposes) {
        ExtendedKeyUsage use = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
        return use == null || Arrays.stream(use.getUsages()).map(KeyPurposeId::toOID).anyMatch(purposes::contains);
    }

    /** Checks signatures made with the key of {@code certificate}, whenever they were made. */
    static SignerInformationVerifier verifier(X509CertificateHolder certificate) throws SignatureProblemException {
        try {
            return new SignerInformationVerifier(new DefaultCMSSignatureAlgorithmNameGenerator(),
                    new DefaultSignatureAlgorithmIdentifierFinder(), keyOf(certificate), new JcaDigestCalculatorProviderBuilder().build());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("this Java has no digest algorithms", e);
        }
    }

    private static ContentVerifierProvider keyOf(X509CertificateHolder certificate) throws SignatureProblemException {
        requireUsualKey(certificate);
        try {
            return new JcaContentVerifierProviderBuilder().build(certificate.getSubjectPublicKeyInfo());
        } catch (OperatorCreationException e) {
            throw unknownKey(certificate);
        }
    }

    private static void requireUsualKey(X509CertificateHolder certificate) throws SignatureProblemException {
        SubjectPublicKeyInfo key = certificate.getSubjectPublicKeyInfo();
        if (!KEYS.contains(key.getAlgorithm().getAlgorithm()) || key.getPublicKeyData().getBytes().length > MAX_KEY_BYTES) {
            throw unknownKey(certificate);
        }
    }

    private static SignatureProblemException unknownKey(X509CertificateHolder certificate) {
        return SignatureProblemException.unreadable("The key of " + name(certificate.getSubject()) + " is of an unsupported type or size.");
    }

    /** The common name, or else the whole name; at most {@value #MAX_NAME_LENGTH} characters of it. */
    static String name(X500Name name) {
        RDN[] common = name.getRDNs(BCStyle.CN);
        String text = common.length == 0 ? name.toString() : text(common[0].getFirst().getValue());
        return text.length() <= MAX_NAME_LENGTH ? text : text.substring(0, MAX_NAME_LENGTH) + "\u2026";
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String text ? text.getString() : value.toString();
    }
}
