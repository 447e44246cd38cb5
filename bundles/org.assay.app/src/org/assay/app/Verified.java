package org.assay.app;

import java.util.Optional;

import org.assay.model.snapshot.Verification;

/**
 * What checking a stored snapshot against its digests told.
 *
 * @param found what was found right; empty when something is missing, damaged or was altered
 * @param sentence what was checked, or what failed and what to do
 */
public record Verified(long snapshot, Optional<Verification> found, String sentence) {

    /** Whether nothing is known to be missing, damaged or altered. */
    public boolean passed() {
        return found.isPresent();
    }

    /** Whether the snapshot was verified, in short. */
    public String word() {
        return found.map(what -> switch (what) {
            case ALL -> "yes";
            case BLOCKS -> "what is there";
        }).orElse("failed");
    }

    /** The same with the reason. */
    public String text() {
        return found.map(what -> switch (what) {
            case ALL -> "verified: ";
            case BLOCKS -> "verified what is there: ";
        }).orElse("verification failed: ") + sentence;
    }
}
