package org.assay.content;

import java.util.Optional;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;

/** A signature is invalid or unreadable; the message is a sentence that says why. */
final class SignatureProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SignatureStatus status;

    private SignatureProblemException(SignatureStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static SignatureProblemException invalid(String sentence) {
        return new SignatureProblemException(SignatureStatus.INVALID, sentence);
    }

    static SignatureProblemException unreadable(String sentence) {
        return new SignatureProblemException(SignatureStatus.UNREADABLE, sentence);
    }

    SignatureStatus status() {
        return status;
    }

    /** A signature of which nothing is known but this. */
    Signature signature() {
        return Signature.of(status, "", "", Optional.empty(), getMessage());
    }
}
