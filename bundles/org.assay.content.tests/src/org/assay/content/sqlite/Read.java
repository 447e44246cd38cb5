package org.assay.content.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a table holds, all of it. */
record Read(List<SqliteRow> rows, List<SqliteProblem> problems) {

    static Read table(SqliteDatabase database, SqliteTable table, List<String> columns) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        database.rows(table, columns, new SqliteSink() {

            @Override
            public void row(SqliteRow row) {
                read.rows.add(row);
            }

            @Override
            public void problem(SqliteProblem problem) {
                read.problems.add(problem);
            }
        });
        return read;
    }

    static Read table(byte[] file, String name) throws IOException {
        SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(file), Optional.empty());
        SqliteTable table = database.table(name).orElseThrow();
        return table(database, table, table.columns());
    }
}
