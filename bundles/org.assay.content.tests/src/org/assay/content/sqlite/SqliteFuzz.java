package org.assay.content.sqlite;

import java.io.IOException;
import java.util.Optional;

import org.assay.model.text.Bytes;

/** Fuzz target: a database. No table gives more than the file holds, and none a page twice. */
public final class SqliteFuzz {

    private SqliteFuzz() {
    }

    /** Takes one input, a database. */
    public static void fuzzerTestOneInput(byte[] file) {
        read(file, Optional.empty());
    }

    static void read(byte[] file, Optional<byte[]> log) {
        try {
            SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(file), log.map(SqliteSource::of));
            long size = file.length + log.map(bytes -> bytes.length).orElse(0);
            for (SqliteTable table : database.tables()) {
                Read read = Read.table(database, table, table.columns());
                expect(read.problems().stream().map(SqliteProblem::page).distinct().count() == read.problems().size(),
                        "a page has two problems: " + read.problems());
                expect(read.rows().size() <= size, read.rows().size() + " rows");
                long held = read.rows().stream().flatMap(row -> row.values().stream()).mapToLong(SqliteFuzz::bytes).sum();
                expect(held <= size, held + " bytes come out of " + size);
            }
        } catch (SqliteFormatException e) {
            expect(!e.getMessage().isBlank(), "it says nothing");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long bytes(SqliteValue value) {
        return switch (value) {
            case SqliteValue.Text(String text) -> text.length();
            case SqliteValue.Blob(Bytes bytes) -> bytes.length();
            case SqliteValue.Null() -> 0;
            case SqliteValue.Whole(long _) -> 0;
            case SqliteValue.Real(double _) -> 0;
        };
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
