package org.assay.custody;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * What an examiner signs with.
 *
 * @param name what it is called in its store
 * @param chain the certificate of the key, then those that vouch for it
 * @param token what signs with it, where it is on a token, which it never leaves
 */
public record SigningKey(String name, PrivateKey key, List<X509Certificate> chain, Optional<Provider> token) {

    /** A key whose bytes are known. */
    public static SigningKey of(String name, PrivateKey key, List<X509Certificate> chain) {
        return new SigningKey(name, key, chain, Optional.empty());
    }

    /** The certificate of the key itself. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /**
     * The same key with a certificate that an authority signed for it; fails where none of {@code certificates} is for it.
     *
     * @param certificates that one, and perhaps those that vouch for it, in whatever order; what vouches for nothing here is left out
     */
    public SigningKey certifiedBy(List<X509Certificate> certificates) {
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509Certificate> next = certificates.stream().filter(one -> one.getPublicKey().equals(certificate().getPublicKey()))
                .findFirst();
        while (next.isPresent() && !path.contains(next.get())) {
            X509Certificate last = next.get();
            path.add(last);
            next = certificates.stream().filter(one -> !path.contains(one) && hasSigned(one, last)).findFirst();
        }
        if (path.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "None of the certificates is for the key '" + Visible.text(name)
                    + "'. Give the authority the certificate request of this key, and bring in what it signed.");
        }
        return new SigningKey(name, key, path, token);
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** What signs with it; fails for a kind of key that makes no seals. */
    ContentSigner signer() throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(signature());
        token.ifPresent(builder::setProvider);
        return builder.build(key);
    }

    private String signature() {
        String algorithm = key.getAlgorithm().toUpperCase(Locale.ROOT);
        return switch (algorithm) {
            case "ED25519", "EDDSA" -> KeyKind.ED25519.signature();
            case "EC" -> certificate().getPublicKey() instanceof ECKey curve && curve.getParams().getOrder().bitLength() > 256
                    ? "SHA512withECDSA" : KeyKind.P256.signature();
            case "RSA" -> "SHA256withRSA";
            default -> throw new AssayException(ErrorCode.WRONG_USAGE, "The key '" + name + "' is of the kind " + key.getAlgorithm()
                    + ", which makes no seals. Take one of the kinds Ed25519, ECDSA or RSA.");
        };
    }
}
