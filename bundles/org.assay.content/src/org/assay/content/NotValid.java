package org.assay.content;

import org.assay.model.SignatureStatus;

/** A signature does not hold or cannot be understood; the message is a sentence that says why. */
final class NotValid extends Exception {

    private static final long serialVersionUID = 1L;

    private final SignatureStatus status;

    private NotValid(SignatureStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static NotValid invalid(String sentence) {
        return new NotValid(SignatureStatus.INVALID, sentence);
    }

    static NotValid unreadable(String sentence) {
        return new NotValid(SignatureStatus.UNREADABLE, sentence);
    }

    SignatureStatus status() {
        return status;
    }
}
