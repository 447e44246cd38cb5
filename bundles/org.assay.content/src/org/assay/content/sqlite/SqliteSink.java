package org.assay.content.sqlite;

import java.io.IOException;

/** Takes the rows of a table in the order in which the table has them. What it throws ends the reading. */
public interface SqliteSink {

    void row(SqliteRow row) throws IOException;

    /** Rows are missing at this place. At most one call comes for each page of the file. */
    void problem(SqliteProblem problem) throws IOException;
}
