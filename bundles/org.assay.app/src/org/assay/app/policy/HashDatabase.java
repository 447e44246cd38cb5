package org.assay.app.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.assay.content.sqlite.SqliteDatabase;
import org.assay.content.sqlite.SqliteProblem;
import org.assay.content.sqlite.SqliteRow;
import org.assay.content.sqlite.SqliteSink;
import org.assay.content.sqlite.SqliteSource;
import org.assay.content.sqlite.SqliteTable;
import org.assay.content.sqlite.SqliteValue;

/**
 * A list of digests that is a database of SQLite: NSRL's RDS from version 3 on, whose digests stand in the table METADATA, or FILE in the
 * minimal form, and any other with columns of these names. Its tables are gone through once, page by page.
 */
final class HashDatabase {

    private static final String BEGIN = "SQLite format 3\0";
    private static final List<String> COLUMNS = List.of("sha256", "sha1", "md5", "sha512");

    private HashDatabase() {
    }

    /** Whether a file begins as one. */
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGIN.length()), StandardCharsets.ISO_8859_1).equals(BEGIN);
        }
    }

    /**
     * Gives the texts in its columns of digests, in lower case.
     *
     * @throws IOException when it cannot be read, or not all of it: a list that has lost pages would say "not known" of what it knew
     */
    static void read(Path file, Consumer<String> digests) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(channel), Optional.empty());
            for (SqliteProblem problem : database.problems()) {
                throw damaged(problem);
            }
            boolean found = false;
            for (SqliteTable table : database.tables()) {
                List<String> columns = COLUMNS.stream().filter(column -> table.index(column) >= 0).toList();
                if (!columns.isEmpty()) {
                    found = true;
                    database.rows(table, columns, new Digests(digests));
                }
            }
            if (!found) {
                throw new IOException("no table of it has a column sha256, sha1, md5 or sha512");
            }
        }
    }

    private static IOException damaged(SqliteProblem problem) {
        return new IOException("it is damaged: " + problem);
    }

    private record Digests(Consumer<String> digests) implements SqliteSink {

        @Override
        public void row(SqliteRow row) {
            for (SqliteValue value : row.values()) {
                value.asText().ifPresent(text -> digests.accept(text.toLowerCase(Locale.ROOT)));
            }
        }

        @Override
        public void problem(SqliteProblem problem) throws IOException {
            throw damaged(problem);
        }
    }
}
