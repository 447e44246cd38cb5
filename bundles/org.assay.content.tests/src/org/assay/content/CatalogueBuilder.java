package org.assay.content;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A security catalogue, made from Microsoft's description of certificate trust lists and from what catalogues of Windows look like. */
final class CatalogueBuilder {

    static final ASN1ObjectIdentifier TRUST_LIST = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.1");
    private static final ASN1ObjectIdentifier FOR_FILES = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.12.1.1");
    private static final ASN1ObjectIdentifier MEMBERS = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.12.1.3");
    private static final ASN1ObjectIdentifier INDIRECT_DATA = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");
    private static final ASN1ObjectIdentifier MEMBER_INFO = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.12.2.2");

    private final ASN1EncodableVector members = new ASN1EncodableVector();

    /** A member with its digest among its attributes, behind another of them, as those of Windows until 7 have it. */
    CatalogueBuilder member(String algorithm, byte[] digest) {
        byte[] identifier = (HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT) + "\0").getBytes(StandardCharsets.UTF_16LE);
        return member(identifier, new DERSet(new ASN1Encodable[] {attribute(MEMBER_INFO, new DERSequence()),
            attribute(INDIRECT_DATA, Signer.indirect(algorithm, digest))}));
    }

    /** A member whose identifier is the digest and that has no attributes, as in later ones. */
    CatalogueBuilder member(byte[] digest) {
        return member(digest, new DERSet());
    }

    /** A member whose identifier is the digest in digits. */
    CatalogueBuilder digits(byte[] digest) {
        return member(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_16LE), new DERSet());
    }

    private CatalogueBuilder member(byte[] identifier, DERSet attributes) {
        members.add(new DERSequence(new ASN1Encodable[] {new DEROctetString(identifier), attributes}));
        return this;
    }

    private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[] {type, new DERSet(value)});
    }

    /** What is signed. */
    DERSequence list(ASN1ObjectIdentifier use) {
        return new DERSequence(new ASN1Encodable[] {new DERSequence(use), new DEROctetString(new byte[16]),
            new DERUTCTime(Date.from(Signer.FROM)), new AlgorithmIdentifier(MEMBERS, DERNull.INSTANCE), new DERSequence(members)});
    }

    byte[] signedBy(Signer signer) {
        return Signer.bytes(signer.sign(TRUST_LIST, list(FOR_FILES), "SHA-256"));
    }
}
