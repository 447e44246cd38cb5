package org.assay.startup.catalogue;

/** Which of the locations that reach a registry value says what it is: the one of the lowest {@link #rank}. */
public enum Precedence {
    /** It names the key or the value. */
    NAMED(0, false),
    /** It only says that what lies there starts nothing: a history, a resource, an installer's list. */
    RECORD(1, false),
    /** It takes what no other location has. */
    REST(2, true);

    private final int rank;
    private final boolean leftOver;

    Precedence(int rank, boolean leftOver) {
        this.rank = rank;
        this.leftOver = leftOver;
    }

    /** From 0; what has a lower one goes before. */
    int rank() {
        return rank;
    }

    /** Whether such a location has what no other does, so that little is known of what lies there. */
    public boolean isLeftOver() {
        return leftOver;
    }
}
