package org.assay.app;

import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.snapshot.SnapshotState;

/**
 * Reads everything that a case holds again and checks it against the digest of the case.
 *
 * @param writtenDown what somebody wrote down of the digest that the case must have
 * @param recorded whether the custody log is to have what was found
 */
public record VerifyCase(Optional<String> writtenDown, boolean recorded) {

    /**
     * What checking a case against its digest told.
     *
     * @param digest the digest that everything fits; empty when something is missing, damaged or was altered
     * @param sentence what was checked, or what failed and what to do
     */
    public record Outcome(Optional<StoredDigest> digest, String sentence) {

        /** Whether nothing is missing, damaged or altered. */
        public boolean passed() {
            return digest.isPresent();
        }

        /** The outcome with its reason. */
        public String text() {
            return (passed() ? "verified: " : "verification failed: ") + sentence;
        }
    }

    /** What was found; that something does not fit is an outcome, too. Fails when what was written down cannot be a digest. */
    public Outcome run(Case openCase, Progress progress) {
        writtenDown.filter(text -> !CaseDigest.isDigest(text)).ifPresent(text -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is no digest of a case. Give what was written down: "
                    + "at least its first 32 hexadecimal digits, with or without hyphens.");
        });
        Outcome outcome = found(openCase, progress);
        if (recorded) {
            openCase.store().custody().verified(outcome.digest().map(stored -> stored.digest().sha256()), outcome.text());
        }
        return outcome;
    }

    private Outcome found(Case openCase, Progress progress) {
        try {
            return verified(openCase, openCase.verifyAll(progress));
        } catch (AssayException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return new Outcome(Optional.empty(), e.getMessage());
        }
    }

    private Outcome verified(Case openCase, StoredDigest stored) {
        String now = "the digest " + stored.digest().shortText() + ", stored at " + stored.written();
        if (writtenDown.isPresent() && !stored.digest().isMeantBy(writtenDown.get())) {
            return new Outcome(Optional.empty(), "The case fits its own digest, but that is not the one that was written down: "
                    + "something was stored in it since, or it is another case, or an older or altered copy. It has " + now
                    + ". Compare it with the copy that was kept when the digest was written down.");
        }
        long unended = openCase.snapshots().stream().filter(one -> one.state() == SnapshotState.RUNNING).count();
        return new Outcome(Optional.of(stored), "everything in the case is what was stored, and fits " + now
                + (writtenDown.isPresent() ? ", which was written down" : "")
                + (unended == 0 ? "" : "; captures that never ended, with what they had stored: " + unended));
    }
}
