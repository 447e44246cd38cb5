package org.assay.content;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * The digests of a program that a signature can be over. Which one it is stands in the signature, behind everything that is to be digested;
 * so all are made, which costs about four times as much as SHA-256 alone, of programs with a certificate table only.
 */
final class PeDigests {

    /** What Authenticode has been used with, by what Java calls it. */
    private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS = Map.of(
            PKCSObjectIdentifiers.md5, "MD5", OIWObjectIdentifiers.idSHA1, "SHA-1", NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384", NISTObjectIdentifiers.id_sha512, "SHA-512");

    private final Map<ASN1ObjectIdentifier, MessageDigest> running = new HashMap<>();

    static PeDigests all() {
        PeDigests digests = new PeDigests();
        ALGORITHMS.forEach((id, name) -> digests.running.put(id, Digests.platform(name)));
        return digests;
    }

    /** A digest of the Java platform by its identifier; empty when it is none of those that are known here. */
    static Optional<MessageDigest> platform(ASN1ObjectIdentifier algorithm) {
        return Optional.ofNullable(ALGORITHMS.get(algorithm)).map(Digests::platform);
    }

    void update(byte[] bytes, int offset, int count) {
        for (MessageDigest digest : running.values()) {
            digest.update(bytes, offset, count);
        }
    }

    /** The digests by their algorithms' identifiers. */
    Map<ASN1ObjectIdentifier, Bytes> end() {
        Map<ASN1ObjectIdentifier, Bytes> digests = new HashMap<>();
        running.forEach((id, digest) -> digests.put(id, Bytes.copyOf(digest.digest())));
        return digests;
    }
}
