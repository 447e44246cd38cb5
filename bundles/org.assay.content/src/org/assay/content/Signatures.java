package org.assay.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Sums up what the signatures of one program are worth. */
final class Signatures {

    /** More signatures than any program has; each costs up to a tenth of a second. */
    private static final int MAX_SIGNATURES = 8;

    private Signatures() {
    }

    /**
     * The first signature; it is only {@code VALID} when all others are, too.
     *
     * @param entries the certificate table's, at least one
     * @param digests of the program, by algorithm
     */
    static Signature check(List<byte[]> entries, Map<ASN1ObjectIdentifier, Bytes> digests) throws SignatureProblemException {
        List<SignedMessage> messages = new ArrayList<>();
        for (byte[] entry : entries) {
            SignedMessage message = SignedMessage.read(entry);
            messages.add(message);
            for (byte[] nested : message.nested()) {
                if (messages.size() == MAX_SIGNATURES) {
                    throw SignatureProblemException.unreadable("It carries more than " + MAX_SIGNATURES + " signatures.");
                }
                messages.add(SignedMessage.read(nested));
            }
        }
        ProgramDigest program = new ProgramDigest(digests);
        List<Signature> signatures = messages.stream().map(message -> message.check(program)).toList();
        Signature first = signatures.getFirst();
        for (int i = 1; i < signatures.size() && first.status() == SignatureStatus.VALID; i++) {
            Signature other = signatures.get(i);
            if (other.status() != SignatureStatus.VALID) {
                return first.turned(other.status(), "Signature " + (i + 1) + " of " + signatures.size() + ": " + other.detail());
            }
        }
        return first;
    }
}
