package org.assay.custody;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A signed statement: CMS SignedData (RFC 5652) in DER, with the statement in it, the certificates of the signer, and the time of
 * signing as the signer's clock had it.
 *
 * @param statement what is signed
 * @param certificates those in the message, that of the signer first
 * @param signed when, by the signer's clock
 * @param holds whether the signature is one over the statement by the key of the first certificate
 */
public record SealMessage(byte[] statement, List<X509Certificate> certificates, Instant signed, boolean holds) {

    /** Seals hold rows of small tables and digests; beyond this one is not from Assay. */
    private static final int MAX_BYTES = 256 << 20;

    /** Signs {@code statement}; the time is kept in whole seconds. */
    public static Bytes sign(byte[] statement, SigningKey key, Instant now) {
        return sign(statement, key, now, true);
    }

    /** Signs a file that lies beside the message, which {@code openssl cms -verify -content FILE -binary} checks. */
    public static Bytes signDetached(byte[] file, SigningKey key, Instant now) {
        return sign(file, key, now, false);
    }

    private static Bytes sign(byte[] content, SigningKey key, Instant now, boolean embedded) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            JcaSignerInfoGeneratorBuilder signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            Hashtable<ASN1ObjectIdentifier, ASN1Encodable> time = new Hashtable<>();
            time.put(CMSAttributes.signingTime, new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
            signer.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(time)));
            generator.addSignerInfoGenerator(signer.build(key.signer(),
                    key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return Bytes.copyOf(generator.generate(new CMSProcessableByteArray(content), embedded).getEncoded("DER"));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The statement could not be signed: " + e.getMessage() + ".", e);
        }
    }

    /** Reads a message; empty when it is no such message, in whatever way it is malformed. */
    public static Optional<SealMessage> read(Bytes message) {
        if (message.length() > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            CMSSignedData data = new CMSSignedData(message.toArray());
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1 || data.getSignedContent() == null
                    || !(data.getSignedContent().getContent() instanceof byte[] statement)) {
                return Optional.empty();
            }
            SignerInformation signer = signers.iterator().next();
            List<X509Certificate> certificates = certificates(data, signer);
            // Whoever made a certificate chose its names; one whose names cannot be read is none.
            certificates.forEach(KeyNames::of);
            return time(signer).filter(_ -> !certificates.isEmpty())
                    .map(signed -> new SealMessage(statement, certificates, signed, holds(signer, certificates.getFirst())));
        } catch (CMSException | GeneralSecurityException | RuntimeException _) {
            // Bouncy Castle reports malformed structures by many kinds of exceptions; each means that it is none of ours.
            return Optional.empty();
        }
    }

    private static List<X509Certificate> certificates(CMSSignedData data, SignerInformation signer) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
            certificates.add(signer.getSID().match(holder) ? 0 : certificates.size(), converter.getCertificate(holder));
        }
        return certificates.isEmpty() || !signer.getSID().match(data.getCertificates().getMatches(signer.getSID()).stream().findFirst()
                .orElse(null)) ? List.of() : certificates;
    }

    private static Optional<Instant> time(SignerInformation signer) {
        return Optional.ofNullable(signer.getSignedAttributes()).map(table -> table.get(CMSAttributes.signingTime))
                .map(attribute -> Time.getInstance(attribute.getAttrValues().getObjectAt(0)).getDate().toInstant());
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException _) {
            return false;
        }
    }
}
