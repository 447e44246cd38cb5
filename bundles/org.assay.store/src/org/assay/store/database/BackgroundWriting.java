package org.assay.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.h2.mvstore.MVStore;

/**
 * H2's thread that writes twice a second what was altered by then. It takes the tables one after the other and not at one moment, so in the
 * midst of a transaction it can write rows without the note of how they are taken back: after a crash these are there for good. Nothing
 * depends on it, since each transaction ends with a checkpoint; a transaction that takes more memory than H2 keeps is written in parts by
 * its own thread, note first.
 */
final class BackgroundWriting {

    private static final List<String> WAY = List.of("getSession", "getDatabase", "getStore", "getMvStore");

    private BackgroundWriting() {
    }

    /** Has the thread wait for longer than any process lives: 0 would have each transaction written twice. */
    static void stop(Connection connection) throws SQLException {
        store(connection).setAutoCommitDelay(Integer.MAX_VALUE);
    }

    /** What is below a database. No setting of H2's tells it not to write by itself, but one that would be stored in the case. */
    static MVStore store(Connection connection) throws SQLException {
        try {
            Object at = connection;
            for (String next : WAY) {
                at = at.getClass().getMethod(next).invoke(at);
            }
            return (MVStore) at;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("this is another H2 than the one that Assay is made for", e);
        }
    }
}
