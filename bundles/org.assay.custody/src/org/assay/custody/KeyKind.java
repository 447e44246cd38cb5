package org.assay.custody;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The kinds of keys that seals are made with. */
public enum KeyKind {
    /**
     * Edwards curve 25519 (RFC 8032; in CMS RFC 8419). {@code openssl cms -verify} of OpenSSL 3.0 refuses messages signed with it, and
     * later ones are reported to (openssl/openssl, issues 11915 and 32248).
     */
    ED25519("Ed25519", "Ed25519"),
    /** ECDSA over the curve P-256 (FIPS 186-5) with SHA-256. */
    P256("EC", "SHA256withECDSA");

    private final String keys;
    private final String signature;

    KeyKind(String keys, String signature) {
        this.keys = keys;
        this.signature = signature;
    }

    /** What the platform calls a signature with such a key. */
    String signature() {
        return signature;
    }

    /** A new pair of keys from the platform's source of randomness. */
    KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
        if (this == P256) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }
}
