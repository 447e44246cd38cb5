package org.assay.store.database;

import java.io.IOException;

import org.assay.model.AssayException;
import org.assay.model.casefile.CaseWait;
import org.assay.model.text.Visible;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.HeldFile;

/** Gets hold of a case's file, which another process may have. */
record CaseHold(CasePath path, CaseWait waiting) {

    static final String CANNOT_OPEN = "The case %s cannot be opened. It is damaged, not a case, or you may not read it; "
            + "check the path and your rights, or go on with a copy.";

    private static final long AGAIN_MILLIS = 50;

    /**
     * The file, once it is free.
     *
     * @param name as H2 names it
     */
    HeldFile hold(String name, boolean readOnly) {
        long end = System.nanoTime() + waiting.limit().toNanos();
        boolean reported = false;
        while (true) {
            try {
                return CaseFiles.hold(name, readOnly);
            } catch (HeldFile.InUse e) {
                if (System.nanoTime() - end >= 0 || waiting.cancelled().getAsBoolean()) {
                    throw refused(e);
                }
                if (!reported) {
                    waiting.notice().accept("the case %s is %s: waiting for up to %d seconds".formatted(
                            Visible.text(path.file().toString()), e.getMessage(), waiting.limit().toSeconds()));
                    reported = true;
                }
                pause(e);
            } catch (IOException e) {
                throw path.failure(CANNOT_OPEN, e);
            }
        }
    }

    private void pause(HeldFile.InUse reason) {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refused(reason);
        }
    }

    private AssayException refused(HeldFile.InUse reason) {
        return path.failure("The case %s is %s. Close it there, then try again.", reason, reason.getMessage());
    }
}
