package org.assay.compare.explain;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Visible;

/**
 * Programs that the same key signed before and after. Names can be chosen; who has the key wrote both. An older build of the same author
 * is no update: where both tell their version, it must not be an earlier one.
 */
public final class SignedUpdates {

    private SignedUpdates() {
    }

    /** How the signatures explain the change. */
    public static Optional<Explanation> explain(Change change) {
        if (change.before().isEmpty() || change.after().isEmpty() || !change.attributes().contains(Attribute.CONTENT)) {
            return Optional.empty();
        }
        return valid((FileItem) change.before().get()).flatMap(was -> valid((FileItem) change.after().get())
                .filter(is -> is.key().isPresent() && is.key().equals(was.key()))
                .map(is -> new Explanation(ExplanationKind.UPDATE, "updates by " + Visible.text(is.signer()),
                        "the key that signed the baseline's file", "The key " + is.key().orElseThrow().hex().substring(0, 16)
                                + "… signed it before and after.")));
    }

    private static Optional<Signature> valid(FileItem file) {
        return file.details().signature().filter(signature -> signature.status() == SignatureStatus.VALID);
    }
}
