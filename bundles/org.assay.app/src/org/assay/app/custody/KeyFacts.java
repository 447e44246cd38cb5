package org.assay.app.custody;

import java.security.cert.X509Certificate;
import java.time.Instant;

import org.assay.custody.KeyNames;

/**
 * What is known of a key without unlocking it.
 *
 * @param holder name and organisation
 * @param kind as {@code Ed25519} or {@code EC}
 * @param issuer who vouches for it; the holder where nobody else does
 * @param fingerprint the SHA-256 over its certificate
 */
public record KeyFacts(String name, String holder, String kind, String issuer, Instant from, Instant until, String fingerprint) {

    static KeyFacts of(String name, X509Certificate certificate) {
        return new KeyFacts(name, KeyNames.of(certificate), certificate.getPublicKey().getAlgorithm(),
                certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()) ? "itself"
                        : certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), KeyNames.fingerprint(certificate));
    }
}
