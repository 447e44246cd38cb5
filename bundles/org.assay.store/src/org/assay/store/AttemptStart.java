package org.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Source;
import org.assay.store.table.AttemptTable;
import org.assay.store.table.BlockTable;
import org.assay.store.table.GapTable;
import org.assay.store.table.RemarkTable;
import org.assay.store.table.SnapshotTable;

/**
 * Where an attempt at a snapshot begins.
 *
 * @param attempt its number, from 1
 * @param firstRun the run its blocks begin with
 * @param gaps how many gaps earlier attempts left, to be exact the highest number of them
 * @param remarks the same of remarks
 * @param firstSource the number of the first source that it finds
 * @param items how many items earlier attempts stored
 */
record AttemptStart(long snapshot, int attempt, int firstRun, long gaps, long remarks, int firstSource, long items) {

    /** Begins a new snapshot. */
    static AttemptStart begin(Connection connection, String host, Role role, String label, List<Source> sources,
            Environment environment) throws SQLException {
        long snapshot = SnapshotTable.insert(connection, host, role, label, sources);
        return new AttemptStart(snapshot, AttemptTable.insert(connection, snapshot, environment), 0, 0, 0, sources.size() + 1, 0);
    }

    /** Begins another attempt at {@code snapshot}. What the earlier ones stored stays. */
    static AttemptStart resume(Connection connection, long snapshot, Environment environment) throws SQLException {
        int attempt = AttemptTable.insert(connection, snapshot, environment);
        SnapshotTable.resume(connection, snapshot);
        return new AttemptStart(snapshot, attempt, AttemptTable.firstRuns(connection, snapshot).getLast(),
                GapTable.last(connection, snapshot), RemarkTable.last(connection, snapshot), SnapshotTable.nextSource(connection, snapshot),
                BlockTable.items(connection, snapshot));
    }

    boolean isResumed() {
        return attempt > 1 || firstRun > 0;
    }
}
