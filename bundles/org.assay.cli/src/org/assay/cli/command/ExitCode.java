package org.assay.cli.command;

/** What the process tells its caller; the table stands in the README. */
public final class ExitCode {

    /** Done; of a command that compares, nothing differs. */
    public static final int OK = 0;
    /** Done, and something differs. */
    public static final int DIFFERENT = 1;
    /** Done, but something could not be read, so what is not listed is not known to be unchanged. */
    public static final int GAPS = 2;
    /** Failed; the message says why and what to do. */
    public static final int FAILED = 3;
    /** The command line was wrong. */
    public static final int USAGE = 64;

    private ExitCode() {
    }

    /** Of a command that compared: gaps weigh more than differences, because they make "nothing else differs" untrue. */
    public static int ofComparison(boolean different, boolean gaps) {
        return gaps ? GAPS : different ? DIFFERENT : OK;
    }
}
