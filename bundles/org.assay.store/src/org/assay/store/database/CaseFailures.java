package org.assay.store.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.text.Visible;
import org.assay.store.channel.ChangedFile;
import org.assay.store.channel.HeldFile;
import org.h2.api.ErrorCode;

/** What H2 and the system report of a case, as sentences. */
record CaseFailures(CasePath path) {

    static final String READING = "The case %s cannot be read%s. "
            + "It may be damaged, or its disk is failing; go on with a copy.";
    private static final String WRITING = "The case %s could not be written%s. What was stored before is kept. "
            + "Check the free space and your rights, then do it again.";

    static final String NO_MEMORY = "The case %s needs more memory to be opened than Java may take. Give it more (-Xmx) before you"
            + " call the case damaged.";
    private static final String CHANGED = "The case %s changed while it was in use: %s. What was just stored is lost. "
            + "Find out which program did it, and do it again on a case that is whole.";

    private static final String IN_USE = "The case %s is in use by another process. Close it there, then try again.";

    static boolean isMemory(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(OutOfMemoryError.class::isInstance);
    }

    /** Why the case cannot be opened. */
    AssayException ofOpening(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> sentence(IN_USE, e);
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                sentence("The case %s was written by a newer Assay. Open it with that one.", e);
            case ErrorCode.WRONG_USER_OR_PASSWORD -> sentence("%s is a database, but not a case. Check the path.", e);
            case ErrorCode.OUT_OF_MEMORY -> sentence(NO_MEMORY, e);
            default -> sentence(isMemory(e) ? NO_MEMORY : CaseHold.CANNOT_OPEN, e);
        };
    }

    /** Why {@code file} could not be written; what was stored before is not kept where another program has changed it. */
    AssayException ofWriting(HeldFile file, Exception cause) {
        try {
            file.requireInPlace();
            return of(WRITING, cause);
        } catch (ChangedFile changed) {
            changed.addSuppressed(cause);
            return ofChanged(changed);
        } catch (IOException unknown) {
            cause.addSuppressed(unknown);
            return of(WRITING, cause);
        }
    }

    /** That another program has changed the file. */
    AssayException ofChanged(ChangedFile changed) {
        return path.failure(CHANGED, changed, changed.getMessage());
    }

    /** {@code sentence}, about the case and then with what the system said, if it did. */
    AssayException of(String sentence, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root instanceof IOException && root.getMessage() != null ? ": " + Visible.text(root.getMessage()) : "";
        return path.failure(sentence, cause, reason);
    }

    /** {@code sentence}, about the case. */
    AssayException sentence(String sentence, Exception cause) {
        return path.failure(sentence, cause);
    }
}
