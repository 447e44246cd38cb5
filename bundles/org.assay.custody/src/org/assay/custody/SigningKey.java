package org.assay.custody;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.Locale;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/**
 * What an examiner signs with.
 *
 * @param name what it is called in its store
 * @param chain the certificate of the key, then those that vouch for it
 */
public record SigningKey(String name, PrivateKey key, List<X509Certificate> chain) {

    /** The certificate of the key itself. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** How it signs; fails for a kind of key that makes no seals. */
    String signature() {
        String algorithm = key.getAlgorithm().toUpperCase(Locale.ROOT);
        return switch (algorithm) {
            case "ED25519", "EDDSA" -> KeyKind.ED25519.signature();
            case "EC" -> key instanceof ECKey curve && curve.getParams().getOrder().bitLength() > 256 ? "SHA512withECDSA"
                    : KeyKind.P256.signature();
            case "RSA" -> "SHA256withRSA";
            default -> throw new AssayException(ErrorCode.WRONG_USAGE, "The key '" + name + "' is of the kind " + key.getAlgorithm()
                    + ", which makes no seals. Take one of the kinds Ed25519, ECDSA or RSA.");
        };
    }
}
