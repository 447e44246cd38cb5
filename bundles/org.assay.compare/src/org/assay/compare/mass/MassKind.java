package org.assay.compare.mass;

import org.assay.model.Severity;

/** What happened to a great number of files. */
enum MassKind {

    /** The content of each was of a type and is like chance now. */
    SCRAMBLED(20, Severity.HIGH, "lost their type: their content is no known one now or looks like chance"),
    /** Each went, and one of its name with something behind it, or one that looks like chance, came in its folder. */
    RENAMED(20, Severity.HIGH, "were renamed or replaced in their folders"),
    /** Other content under the old time. */
    OVERWRITTEN_UNDER_SAME_TIME(20, Severity.HIGH, "were overwritten, and their modified times stayed the same"),
    /** Other content, all within an hour. */
    OVERWRITTEN(100, Severity.MEDIUM, "were overwritten within an hour"),
    VANISHED(100, Severity.MEDIUM, "are gone"),
    /** The same new text in many of their folders. */
    NOTE(3, Severity.HIGH, "");

    private final int least;
    private final Severity severity;
    private final String words;

    MassKind(int least, Severity severity, String words) {
        this.least = least;
        this.severity = severity;
        this.words = words;
    }

    /** Fewer are not many. */
    int least() {
        return least;
    }

    Severity severity() {
        return severity;
    }

    /** What became of them, behind their number. */
    String words() {
        return words;
    }
}
