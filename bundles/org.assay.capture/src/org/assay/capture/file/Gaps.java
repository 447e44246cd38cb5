package org.assay.capture.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.text.FailureText;

/** Puts into words why something could not be read. */
public final class Gaps {

    private Gaps() {
    }

    /** The system would not do {@code what} ("read its attributes") for the file at {@code where}. */
    public static Gap failed(Location where, String what, IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> new Gap(where, GapReason.VANISHED, "it was listed, and gone when Assay was to " + what);
            case NotDirectoryException _, NotLinkException _, ReplacedException _ ->
                    changed(where, "another file took its place while Assay was to " + what);
            case NoAnswerException _ -> new Gap(where, GapReason.NO_ANSWER, failure.getMessage() + " when Assay was to " + what);
            case AccessDeniedException _ -> new Gap(where, GapReason.ACCESS_DENIED, "the system did not let Assay " + what);
            default -> new Gap(where, GapReason.READ_ERROR, "the system could not " + what + ": " + reason(failure));
        };
    }

    /** The file system did not answer for so long that it was not asked about {@code where}. */
    public static Gap givenUp(Location where) {
        return new Gap(where, GapReason.NO_ANSWER, "not read: its file system did not answer several times in a row, and is not asked any"
                + " more");
    }

    public static Gap changed(Location where, String how) {
        return new Gap(where, GapReason.CHANGED, how);
    }

    public static Gap unsupported(Location where, String what) {
        return new Gap(where, GapReason.UNSUPPORTED, what);
    }

    /** What the system said, in words and without the path that Java puts before it. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case ReplacedException _ -> "another file took its place";
            case NoAnswerException _ -> failure.getMessage();
            default -> FailureText.of(failure);
        };
    }
}
