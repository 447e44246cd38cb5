package org.assay.startup.catalogue;

/** Which of the locations that reach a registry value says what it is: the one of the lowest {@link #rank}. */
public enum Precedence {
    /** It names the key or the value. */
    NAMED(0),
    /** It only says that what lies there starts nothing: a history, a resource, an installer's list. */
    RECORD(1),
    /** It takes what no other location has. */
    REST(2);

    private final int rank;

    Precedence(int rank) {
        this.rank = rank;
    }

    /** From 0; what has a lower one goes before. */
    int rank() {
        return rank;
    }
}
