package org.assay.app;

import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.snapshot.Verification;

/** Reads everything that is stored of a snapshot again and checks it against its digests. */
public record VerifySnapshot(long snapshot) {

    /** What was found; a failed verification is an outcome, too. */
    public Verified run(Case openCase) {
        try {
            Verification found = openCase.verify(snapshot);
            return new Verified(snapshot, Optional.of(found), switch (found) {
                case ALL -> "every item, gap and remark is what it was when the snapshot was finished";
                case BLOCKS -> "every block of items is whole, but nothing says whether they are all: the snapshot never ended, or an "
                        + "older Assay finished it";
            });
        } catch (AssayException e) {
            return new Verified(snapshot, Optional.empty(), e.getMessage());
        }
    }
}
