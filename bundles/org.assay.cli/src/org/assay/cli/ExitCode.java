package org.assay.cli;

/** What the process tells its caller; the table stands in the README. */
final class ExitCode {

    /** Done; of a command that compares, nothing differs. */
    static final int OK = 0;
    /** Done, and something differs. */
    static final int DIFFERENT = 1;
    /** Done, but something could not be read, so what is not listed is not known to be unchanged. */
    static final int GAPS = 2;
    /** Failed; the message says why and what to do. */
    static final int FAILED = 3;
    /** The command line was wrong. */
    static final int USAGE = 64;

    private ExitCode() {
    }

    /** Of a command that compared: gaps weigh more than differences, because they make "nothing else differs" untrue. */
    static int ofComparison(boolean different, boolean gaps) {
        return gaps ? GAPS : different ? DIFFERENT : OK;
    }
}
