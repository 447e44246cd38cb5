package org.assay.custody;

import java.io.IOException;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A request that an authority sign a certificate for a key (PKCS#10, RFC 2986). */
public final class CertificateRequest {

    private CertificateRequest() {
    }

    /** The request in PEM, with the holder's names as the key's own certificate has them. */
    public static String of(SigningKey key) {
        try {
            return TrustFiles.pem("CERTIFICATE REQUEST", new JcaPKCS10CertificationRequestBuilder(
                    key.certificate().getSubjectX500Principal(), key.certificate().getPublicKey())
                            .build(key.signer()).getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The request could not be made: " + e.getMessage() + ".", e);
        }
    }
}
