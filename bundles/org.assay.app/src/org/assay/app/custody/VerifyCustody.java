package org.assay.app.custody;

import java.util.Optional;

import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;

/**
 * Checks the custody log: that no entry was altered, is missing, or does not fit what the case holds.
 *
 * @param writtenDown what somebody wrote down of where the log ended then: a number, a colon, and the first half of a digest or more
 */
public record VerifyCustody(Optional<String> writtenDown) {

    /**
     * What was found.
     *
     * @param head where the log ends; empty when something does not fit
     * @param sentence what was checked, or what does not fit and what to do
     */
    public record Outcome(Optional<LogHead> head, String sentence) {

        /** Whether everything fits. */
        public boolean passed() {
            return head.isPresent();
        }

        /** The outcome with its reason. */
        public String text() {
            return (passed() ? "verified: " : "verification failed: ") + sentence;
        }
    }

    /** Checks; that something does not fit is an outcome, too. Fails when what was written down cannot be where a log ended. */
    public Outcome run(Case openCase) {
        writtenDown.ifPresent(VerifyCustody::require);
        try {
            LogHead head = openCase.verifyLog();
            return writtenDown.flatMap(text -> misfit(openCase, text)).map(misfit -> new Outcome(Optional.empty(), misfit))
                    .orElseGet(() -> new Outcome(Optional.of(head), "all " + head.entries() + " entries of the custody log are what was"
                            + " written, and what they speak of is stored as they say; the log ends with " + head.shortText()
                            + writtenDown.map(text -> "; entry " + number(text) + " is the one that was written down").orElse("")));
        } catch (AssayException e) {
            if (e.code() != ErrorCode.CASE_FILE) {
                throw e;
            }
            return new Outcome(Optional.empty(), e.getMessage());
        }
    }

    private static void require(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).matches("[0-9]{1,18}") || !CaseDigest.isDigest(text.substring(colon + 1))) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is not where a custody log ends. Give what was written down: "
                    + "the number of the entry, a colon, and at least the first 32 hexadecimal digits of its digest.");
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(0, text.indexOf(':')));
    }

    private static Optional<String> misfit(Case openCase, String text) {
        long number = number(text);
        Optional<CustodyEntry> entry = openCase.custody().stream().filter(one -> one.number() == number).findFirst();
        if (entry.isEmpty()) {
            return Optional.of("The custody log ends before entry " + number + ", which was written down: it is that of an older copy "
                    + "of the case, or its end was cut off. Compare it with the copy that was kept when that was written down.");
        }
        return new CaseDigest(entry.get().sha256()).isMeantBy(text.substring(text.indexOf(':') + 1)) ? Optional.empty()
                : Optional.of("Entry " + number + " of the custody log is not the one that was written down: it or one before it was "
                        + "altered, or it is another case. Compare it with the copy that was kept when that was written down.");
    }
}
