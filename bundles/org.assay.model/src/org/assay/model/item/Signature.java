package org.assay.model.item;

import java.time.Instant;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * The signature that a file carries in itself.
 *
 * @param signer the signer's name as its certificate gives it; empty when there is none, or its source does not tell
 * @param issuer who issued that certificate; empty when there is none, or its source does not tell
 * @param signed when it was signed as a countersignature says; empty without one
 * @param detail for people: why it is not valid; empty when there is nothing to say
 * @param key SHA-256 over the public key of the signer's certificate, 32 bytes: its SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in DER.
 *        Names can be chosen and certificates are renewed; the key tells who signed. Empty when there is no certificate, or
 *        its source does not tell
 */
public record Signature(SignatureStatus status, String signer, String issuer, Optional<Instant> signed, String detail,
        Optional<Bytes> key) {

    /** Of a file that could carry a signature and carries none. */
    public static final Signature NONE = of(SignatureStatus.UNSIGNED, "", "", Optional.empty(), "");

    /** A signature whose key is not known; {@link #withKey} gives it. */
    public static Signature of(SignatureStatus status, String signer, String issuer, Optional<Instant> signed, String detail) {
        return new Signature(status, signer, issuer, signed, detail, Optional.empty());
    }

    /** The same with another status and the reason of it. */
    public Signature turned(SignatureStatus otherStatus, String otherDetail) {
        return new Signature(otherStatus, signer, issuer, signed, otherDetail, key);
    }

    /** The same by this key. */
    public Signature withKey(Bytes other) {
        return new Signature(status, signer, issuer, signed, detail, Optional.of(other));
    }
}
