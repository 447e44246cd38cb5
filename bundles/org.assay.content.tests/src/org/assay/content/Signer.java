package org.assay.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.PKCS7ProcessableObject;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Someone with a key of their own and a certificate of anybody's, who signs programs and timestamps.
 *
 * @param chain the signer's certificate and those above it
 */
record Signer(KeyPair key, List<X509CertificateHolder> chain) {

    static final Instant FROM = Instant.parse("2001-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

    private static final ASN1ObjectIdentifier INDIRECT_DATA = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");
    private static final ASN1ObjectIdentifier PE_IMAGE = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.15");
    private static final ASN1ObjectIdentifier TOKEN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");
    private static final ASN1ObjectIdentifier NESTED = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

    /** A signer of a self-made certificate, valid from {@link #FROM} to {@link #UNTIL}. */
    static Signer selfMade(String name, KeyPurposeId... uses) {
        KeyPair key = newKey();
        return new Signer(key, List.of(certificate(name, key, name, key, uses)));
    }

    /** A signer whose certificate this one issues. */
    Signer issue(String name, KeyPurposeId... uses) {
        KeyPair newKey = newKey();
        List<X509CertificateHolder> newChain = new ArrayList<>(chain);
        newChain.addFirst(certificate(name, newKey, chain.getFirst().getSubject().toString().substring(3), key, uses));
        return new Signer(newKey, newChain);
    }

    /** A PKCS #7 message that signs {@code program} by the digest of {@code algorithm}, as {@code SHA-256}. */
    CMSSignedData sign(PeBuilder builder, byte[] program, String algorithm) {
        try {
            return sign(INDIRECT_DATA, indirect(algorithm, digest(builder, program, algorithm)), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A SpcIndirectDataContent. */
    static DERSequence indirect(String algorithm, byte[] digest) {
        AlgorithmIdentifier identifier = new AlgorithmIdentifier(identifier(algorithm), DERNull.INSTANCE);
        DERSequence image = new DERSequence(new ASN1Encodable[] {PE_IMAGE, new DERSequence()});
        return new DERSequence(new ASN1Encodable[] {image, new DigestInfo(identifier, digest)});
    }

    /** A PKCS #7 message over {@code content}. */
    CMSSignedData sign(ASN1ObjectIdentifier type, ASN1Encodable content, String algorithm) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo(algorithm, new DefaultSignedAttributeTableGenerator()));
            generator.addCertificates(new JcaCertStore(chain));
            SignedData made = SignedData.getInstance(generator.generate(new PKCS7ProcessableObject(type, content), false)
                    .toASN1Structure().getContent());
            // PKCS #7 holds the content itself, where CMS holds it within a byte string.
            return new CMSSignedData(new ContentInfo(CMSObjectIdentifiers.signedData, new SignedData(made.getDigestAlgorithms(),
                    new ContentInfo(type, content), made.getCertificates(), made.getCRLs(), made.getSignerInfos())));
        } catch (CMSException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code message} with a time-stamp token of this authority. */
    CMSSignedData stamp(CMSSignedData message, Instant time) {
        try {
            byte[] imprint = MessageDigest.getInstance("SHA-256").digest(signer(message).getSignature());
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(signerInfo("SHA-256", null),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(identifier("SHA-1"))),
                    new ASN1ObjectIdentifier("1.2.3"));
            generator.addCertificates(new JcaCertStore(chain));
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            byte[] token = generator.generate(request.generate(identifier("SHA-256"), imprint), BigInteger.ONE, Date.from(time))
                    .getEncoded();
            return with(message, new Attribute(TOKEN, new DERSet(ASN1Primitive.fromByteArray(token))));
        } catch (GeneralSecurityException | OperatorCreationException | TSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code message} with a counter signature of this authority, which must be in the signer's chain. */
    CMSSignedData counter(CMSSignedData message, Instant time) {
        try {
            Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
            attributes.put(CMSAttributes.signingTime, new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo("SHA-1", new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes))));
            SignerInformation countered = SignerInformation.addCounterSigners(signer(message),
                    generator.generateCounterSigners(signer(message)));
            return CMSSignedData.replaceSigners(message, new SignerInformationStore(countered));
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code message} with more signatures in it. */
    static CMSSignedData nest(CMSSignedData message, CMSSignedData... more) {
        ASN1EncodableVector values = new ASN1EncodableVector();
        for (CMSSignedData one : more) {
            values.add(one.toASN1Structure());
        }
        return with(message, new Attribute(NESTED, new DERSet(values)));
    }

    static byte[] bytes(CMSSignedData message) {
        try {
            return message.toASN1Structure().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SignerInformation signer(CMSSignedData message) {
        return message.getSignerInfos().getSigners().iterator().next();
    }

    private static CMSSignedData with(CMSSignedData message, Attribute attribute) {
        SignerInformation changed = SignerInformation.replaceUnsignedAttributes(signer(message), new AttributeTable(attribute));
        return CMSSignedData.replaceSigners(message, new SignerInformationStore(changed));
    }

    private SignerInfoGenerator signerInfo(String algorithm, DefaultSignedAttributeTableGenerator attributes) {
        try {
            JcaSignerInfoGeneratorBuilder builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            if (attributes != null) {
                builder.setSignedAttributeGenerator(attributes);
            }
            String name = algorithm.replace("-", "") + "withRSA";
            return builder.build(new JcaContentSignerBuilder(name).build(key.getPrivate()), chain.getFirst());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest by the description: all bytes but the checksum and the directory's entry, filled up to eight bytes. */
    static byte[] digest(PeBuilder builder, byte[] program, String algorithm) throws GeneralSecurityException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        int directory = builder.directoryAt();
        signed.write(program, 0, PeBuilder.CHECKSUM_AT);
        signed.write(program, PeBuilder.CHECKSUM_AT + 4, directory - PeBuilder.CHECKSUM_AT - 4);
        signed.write(program, directory + 8, program.length - directory - 8);
        return MessageDigest.getInstance(algorithm).digest(signed.toByteArray());
    }

    static ASN1ObjectIdentifier identifier(String algorithm) {
        return switch (algorithm) {
            case "MD5" -> new ASN1ObjectIdentifier("1.2.840.113549.2.5");
            case "SHA-1" -> new ASN1ObjectIdentifier("1.3.14.3.2.26");
            case "SHA-256" -> new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");
            case "SHA-384" -> new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.2");
            case "SHA-512" -> new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.3");
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private static X509CertificateHolder certificate(String name, KeyPair key, String issuer, KeyPair issuerKey, KeyPurposeId... uses) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + issuer),
                    BigInteger.valueOf(name.hashCode() & 0xffff), Date.from(FROM), Date.from(UNTIL), new X500Name("CN=" + name),
                    key.getPublic());
            if (uses.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(uses));
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey.getPrivate()));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
