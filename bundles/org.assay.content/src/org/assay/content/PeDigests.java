package org.assay.content;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * The digests of a program that a signature can be over. Which one it is stands in the signature, behind everything that is to be digested;
 * so all are made, which costs about four times as much as SHA-256 alone, of programs with a certificate table only. Of others those are
 * made by which catalogues name programs, and only when they are asked for.
 */
final class PeDigests {

    /** What Authenticode has been used with, by what Java calls it. */
    private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS = Map.of(
            PKCSObjectIdentifiers.md5, "MD5", OIWObjectIdentifiers.idSHA1, "SHA-1", NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384", NISTObjectIdentifiers.id_sha512, "SHA-512");

    /** Those that the catalogues of Windows use; the second since Windows 8. */
    private static final Map<DigestAlgorithm, ASN1ObjectIdentifier> OF_CATALOGUES = Map.of(
            DigestAlgorithm.PESHA1, OIWObjectIdentifiers.idSHA1, DigestAlgorithm.PESHA256, NISTObjectIdentifiers.id_sha256);

    private final Map<ASN1ObjectIdentifier, MessageDigest> running = new HashMap<>();

    private PeDigests(Collection<ASN1ObjectIdentifier> algorithms) {
        algorithms.forEach(id -> running.put(id, Digests.platform(ALGORITHMS.get(id))));
    }

    static PeDigests all() {
        return new PeDigests(ALGORITHMS.keySet());
    }

    /** Those of {@code asked} that are of programs. */
    static PeDigests of(Set<DigestAlgorithm> asked) {
        return new PeDigests(asked.stream().filter(DigestAlgorithm::isOfPrograms).map(OF_CATALOGUES::get).toList());
    }

    /** Those of {@code asked} among {@code made}, as {@link #end} gives them. */
    static Map<DigestAlgorithm, Bytes> chosen(Set<DigestAlgorithm> asked, Map<ASN1ObjectIdentifier, Bytes> made) {
        Map<DigestAlgorithm, Bytes> chosen = new EnumMap<>(DigestAlgorithm.class);
        OF_CATALOGUES.forEach((algorithm, id) -> {
            if (asked.contains(algorithm) && made.containsKey(id)) {
                chosen.put(algorithm, made.get(id));
            }
        });
        return chosen;
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
