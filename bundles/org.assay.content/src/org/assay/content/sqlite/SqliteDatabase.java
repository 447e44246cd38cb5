package org.assay.content.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An SQLite database, read only and without SQLite. All of it is taken for hostile: no page is read twice for one table, no record above
 * 256 MiB, and what does not fit is a {@link SqliteProblem}, after which the rest is read.
 *
 * <p>What stands in a write-ahead log counts when that is given. A rollback journal is not looked at: where one lies beside a database, its
 * last transaction may have been broken off. Virtual tables, views and encrypted databases are not read. Not for several threads.
 */
public final class SqliteDatabase {

    private static final SqliteTable SCHEMA = new SqliteTable("sqlite_schema", List.of("type", "name", "tbl_name", "rootpage", "sql"), -1,
            false, List.of(0, 1, 2, 3, 4), 1);

    /** Of a database with more, the others are left out. */
    private static final int MAX_TABLES = 10_000;

    private final Pages pages;
    private final List<SqliteTable> tables = new ArrayList<>();
    private final List<SqliteProblem> problems = new ArrayList<>();

    private SqliteDatabase(Pages pages) {
        this.pages = pages;
    }

    /**
     * Reads what tables there are.
     *
     * @param file is kept, and read again for each table
     * @param log the file of the same name with {@code -wal} behind it, if there is one; one that does not belong to it is ignored
     * @throws SqliteFormatException when it is no database
     * @throws IOException when one of the files cannot be read
     */
    public static SqliteDatabase open(SqliteSource file, Optional<SqliteSource> log) throws IOException {
        SqliteDatabase database = new SqliteDatabase(new Pages(file, log));
        database.readSchema();
        return database;
    }

    /** Its tables, in the order in which it has them. */
    public List<SqliteTable> tables() {
        return List.copyOf(tables);
    }

    /** The table of that name, whose case is ignored. */
    public Optional<SqliteTable> table(String name) {
        return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What of the list of tables could not be read: tables may be missing there. */
    public List<SqliteProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Gives all rows of a table.
     *
     * @param columns the names of the columns to give, each once; of others nothing is decoded
     * @throws IllegalArgumentException when it has not all of them
     * @throws IOException when the file cannot be read, or when {@code sink} throws it
     */
    public void rows(SqliteTable table, List<String> columns, SqliteSink sink) throws IOException {
        if (!table.has(columns)) {
            throw new IllegalArgumentException("the table " + table.name() + " has not all of the columns " + columns);
        }
        List<Integer> indices = columns.stream().map(table::index).toList();
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < table.stored().size(); place++) {
            places.putIfAbsent(table.stored().get(place), place);
        }
        List<Integer> requested = indices.stream().map(places::get).toList();
        int rowid = indices.indexOf(table.rowidColumn());
        new TableWalk(pages, table.withoutRowid(), new TableWalk.Cells() {

            @Override
            public void record(long key, byte[] record) throws BrokenCellException, IOException {
                List<SqliteValue> values = StoredRecord.read(record, requested, pages.text());
                if (rowid >= 0) {
                    values.set(rowid, new SqliteValue.Whole(key));
                }
                sink.row(new SqliteRow(key, values));
            }

            @Override
            public void problem(SqliteProblem problem) throws IOException {
                sink.problem(problem);
            }
        }).walk(table.root());
    }

    private void readSchema() throws IOException {
        rows(SCHEMA, List.of("type", "rootpage", "sql"), new SqliteSink() {

            @Override
            public void row(SqliteRow row) {
                long root = row.at(1).asWhole().orElse(0L);
                if (row.at(0).asText().filter("table"::equals).isPresent() && root > 0 && tables.size() < MAX_TABLES) {
                    row.at(2).asText().flatMap(sql -> TableSql.parse(sql, root)).ifPresentOrElse(tables::add,
                            () -> problems.add(new SqliteProblem(root, "begins a table whose description cannot be understood")));
                }
            }

            @Override
            public void problem(SqliteProblem problem) {
                problems.add(problem);
            }
        });
    }
}
