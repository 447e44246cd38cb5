package org.assay.compare.rule;

import org.assay.model.item.Signature;
import org.assay.model.text.Visible;

/** Who signed, as sentences say it. */
final class SignerName {

    private SignerName() {
    }

    /** The signer and who vouches for that name, safe to show. */
    static String of(Signature signature) {
        return Visible.text(signature.signer()) + " (issued by " + Visible.text(signature.issuer()) + ")";
    }
}
