package org.assay.content;

import java.util.List;
import java.util.Map;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Fuzz target: whatever stands where a program's signature should be, checking it ends with an answer. The program is the one of 64 bits
 * that {@link PeBuilder} makes, so that a signature of it gets past the comparison of digests.
 */
public final class SignedMessageFuzz {

    private static final Map<ASN1ObjectIdentifier, Bytes> DIGESTS = digests(PeBuilder.pe32Plus());

    private SignedMessageFuzz() {
    }

    /** Checks one input, a PKCS #7 signed data. */
    public static void fuzzerTestOneInput(byte[] message) {
        Signature signature = check(message);
        if (signature.status() == SignatureStatus.UNSIGNED) {
            throw new AssertionError("a message is a signature or none that can be read");
        }
        if (signature.status() != SignatureStatus.VALID && signature.detail().isEmpty()) {
            throw new AssertionError("nothing says why it is " + signature.status());
        }
    }

    static Signature check(byte[] message) {
        try {
            return Signatures.check(List.of(message), DIGESTS);
        } catch (SignatureProblemException e) {
            return e.signature();
        }
    }

    private static Map<ASN1ObjectIdentifier, Bytes> digests(PeBuilder builder) {
        byte[] program = builder.build();
        PeDigests digests = PeDigests.all();
        digests.update(program, 0, PeBuilder.CHECKSUM_AT);
        int between = PeBuilder.CHECKSUM_AT + 4;
        digests.update(program, between, builder.directoryAt() - between);
        digests.update(program, builder.directoryAt() + 8, program.length - builder.directoryAt() - 8);
        return digests.end();
    }
}
