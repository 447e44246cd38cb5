package org.assay.app;

import org.assay.model.AssayException;

/** Reads everything that is stored of a snapshot again and checks it against its digests. */
public record VerifySnapshot(long snapshot) {

    /** What was found; that something is not right is an outcome, too. */
    public Verified run(Case openCase) {
        try {
            return switch (openCase.verify(snapshot)) {
                case ALL -> new Verified(snapshot, true, "yes",
                        "every item, gap and remark is what it was when the snapshot was finished");
                case BLOCKS -> new Verified(snapshot, true, "what is there", "every block of items is whole, but nothing says whether "
                        + "they are all: the snapshot never ended, or an older Assay finished it");
            };
        } catch (AssayException e) {
            return new Verified(snapshot, false, "NOT RIGHT", e.getMessage());
        }
    }
}
