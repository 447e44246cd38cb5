package org.assay.content;

import java.util.Map;

import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * What Authenticode signs of a program: SpcIndirectDataContent, a digest and what it is of.
 *
 * @param digests the program's own
 */
record ProgramDigest(Map<ASN1ObjectIdentifier, Bytes> digests) implements SignedMessage.SignedContent {

    /** SPC_INDIRECT_DATA_OBJID. */
    static final ASN1ObjectIdentifier INDIRECT_DATA = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");

    @Override
    public String check(ASN1ObjectIdentifier type, ASN1Encodable content) throws SignatureProblemException {
        if (!INDIRECT_DATA.equals(type)) {
            throw SignatureProblemException.unreadable("The signed content is not the digest of a program.");
        }
        DigestInfo expected = of(content);
        ASN1ObjectIdentifier algorithm = expected.getAlgorithmId().getAlgorithm();
        Bytes actual = digests.get(algorithm);
        if (actual == null) {
            throw SignatureProblemException.unreadable("The signed digest uses the algorithm " + algorithm + ", which is not supported.");
        }
        if (!actual.equals(Bytes.copyOf(expected.getDigest()))) {
            throw SignatureProblemException.invalid("The program is not the one that was signed: its digest differs.");
        }
        return algorithm.equals(PKCSObjectIdentifiers.md5) ? "It is signed by its MD5 digest, for which collisions are easy to make. " : "";
    }

    /** The digest in a SpcIndirectDataContent. */
    static DigestInfo of(ASN1Encodable content) {
        return DigestInfo.getInstance(ASN1Sequence.getInstance(content).getObjectAt(1));
    }
}
