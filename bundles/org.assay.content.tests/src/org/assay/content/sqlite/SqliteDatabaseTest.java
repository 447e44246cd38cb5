package org.assay.content.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseTest {

    private static final int MUTATIONS = 30;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sqliteIsThere() {
        Sqlite3.assumeThere();
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.content.tests", Map.of("sqlite", SqliteFuzz::fuzzerTestOneInput,
                "sqlite-log", SqliteLogFuzz::fuzzerTestOneInput));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void holdsWhatSqliteFindsInIt(int seed) throws IOException {
        Path file = made(new Random(seed), 200);
        assertTrue(expectAsSqlite(file) > 50, "rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22})
    void aDamagedOneHoldsWhatSqliteFindsWhereSqliteFindsNoDamage(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] file = Files.readAllBytes(made(random, 30));
        Path damaged = folder.resolve("damaged");
        int whole = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] bytes = file.clone();
            for (int count = random.nextInt(1, 4); count > 0; count--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            SqliteFuzz.fuzzerTestOneInput(bytes);
            Files.write(damaged, bytes);
            if (Sqlite3.run(damaged, "PRAGMA integrity_check;").text().equals("ok\n")) {
                expectAsSqlite(damaged);
                whole++;
            }
        }
        assertTrue(whole > 2, "SQLite took " + whole + " for whole");
    }

    @Test
    void theLogBesideItCountsAsFarAsItsTransactionsEnded() throws IOException {
        Path file = folder.resolve("logged");
        // The log is copied while the connection is open: closing it would bring it into the database.
        Sqlite3.run(file, "PRAGMA page_size=512; PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES('old');"
                + "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint=0;"
                + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200) INSERT INTO t SELECT 'new'||i FROM n;\n"
                + "PRAGMA cache_size=2; BEGIN; UPDATE t SET a='never';\n"
                + ".shell cp " + file + " " + file + "2; cp " + file + "-wal " + file + "2-wal\nROLLBACK;");
        byte[] database = Files.readAllBytes(folder.resolve("logged2"));
        byte[] log = Files.readAllBytes(folder.resolve("logged2-wal"));
        assertEquals(List.of("old"), texts(database, Optional.empty()));
        List<String> logged = texts(database, Optional.of(log));
        assertEquals(201, logged.size());
        assertEquals("new200", logged.getLast());
        assertEquals(List.of("old"), texts(database, Optional.of(changed(log, 24 + 32 + 100))), "a frame that is not as it was written");
        assertEquals(List.of("old"), texts(database, Optional.of(changed(log, 17))), "another salt");
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static List<String> texts(byte[] file, Optional<byte[]> log) throws IOException {
        SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(file), log.map(SqliteSource::of));
        return Read.table(database, database.table("t").orElseThrow(), List.of("a")).rows().stream()
                .map(row -> row.at(0).asText().orElseThrow()).toList();
    }

    @Test
    void aCircleAndAPageWithTwoParentsAreNamedAndEverythingElseIsRead() throws IOException {
        byte[] file = Files.readAllBytes(made("PRAGMA page_size=512; CREATE TABLE t(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                + "SELECT i+1 FROM n WHERE i<300) INSERT INTO t SELECT 'row'||i FROM n;"));
        int rows = Read.table(file, "t").rows().size();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int root = 512;
        int second = root + Short.toUnsignedInt(bytes.getShort(root + 14));
        bytes.putInt(second, 2);
        Read read = Read.table(file, "t");
        assertEquals(1, read.problems().size());
        assertTrue(read.problems().getFirst().toString().startsWith("page 2 has 1 of "), read.problems().toString());
        assertTrue(read.rows().size() < rows && read.rows().size() > rows / 2, read.rows().size() + " rows");
    }

    @Test
    void cellsThatAreOneContentManyTimesAreNotGivenManyTimes() throws IOException {
        byte[] file = Files.readAllBytes(made("PRAGMA page_size=65536; CREATE TABLE t(a); INSERT INTO t VALUES(zeroblob(60000));"));
        ByteBuffer bytes = ByteBuffer.wrap(file);
        short cell = bytes.getShort(65536 + 8);
        bytes.putShort(65536 + 3, (short) 1000);
        for (int number = 0; number < 1000; number++) {
            bytes.putShort(65536 + 8 + 2 * number, cell);
        }
        Read read = Read.table(file, "t");
        assertEquals(1, read.rows().size());
        assertEquals("[page 2 has 999 of 1000 cells that cannot be read: the cells overlap]", read.problems().toString());
    }

    @Test
    void whatIsNoDatabaseSaysWhy() {
        assertEquals("it has 3 bytes, which is less than the header of an SQLite database", refused(new byte[3]));
        assertEquals("it does not begin as an SQLite database", refused(new byte[4096]));
    }

    @Test
    void aColumnThatATableHasNotIsRefused() throws IOException {
        byte[] file = Files.readAllBytes(made("CREATE TABLE t(a);"));
        SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(file), Optional.empty());
        SqliteTable table = database.table("T").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> Read.table(database, table, List.of("b")));
    }

    private static String refused(byte[] file) {
        return assertThrows(SqliteFormatException.class, () -> SqliteDatabase.open(SqliteSource.of(file), Optional.empty())).getMessage();
    }

    private Path made(String script) {
        Path file = folder.resolve("made-" + script.hashCode());
        assertEquals("", Sqlite3.run(file, script).text());
        return file;
    }

    /** A database with tables of all kinds, filled at random; parts of it deleted again. */
    private Path made(Random random, int most) {
        List<String> sql = new ArrayList<>(List.of("PRAGMA page_size=" + (512 << random.nextInt(5)),
                "PRAGMA encoding='" + List.of("UTF-8", "UTF-16le", "UTF-16be").get(random.nextInt(3)) + "'",
                "PRAGMA auto_vacuum=" + random.nextInt(3),
                "CREATE TABLE \"plain ( \"\"one\"(a, [b c] TEXT DEFAULT ('x,y'), 'c' REAL, d INTEGER)",
                "CREATE TABLE keyed(id INTEGER PRIMARY KEY AUTOINCREMENT, b BLOB, CHECK (b <> ')'))",
                "CREATE TABLE late(x INTEGER, y, PRIMARY KEY(x DESC))",
                "CREATE TABLE beside(x INTEGER PRIMARY KEY DESC, y)",
                "CREATE TABLE computed(a INTEGER, v AS (a * 2), s INT GENERATED ALWAYS AS (a + 1) STORED, z) -- a comment, (\n",
                "CREATE TABLE sorted(a, b, c /* , */, PRIMARY KEY(c, a)) WITHOUT ROWID",
                "CREATE INDEX i ON keyed(b)", "CREATE VIEW w AS SELECT * FROM keyed"));
        int rows = random.nextInt(20, most);
        for (int row = 0; row < rows; row++) {
            sql.add("INSERT INTO \"plain ( \"\"one\" VALUES(%s,%s,%s,%s)".formatted(value(random), value(random), number(random),
                    number(random)));
            sql.add("INSERT INTO keyed(b) VALUES(" + value(random) + ")");
            sql.add("INSERT OR IGNORE INTO late VALUES(" + random.nextLong() + "," + value(random) + ")");
            sql.add("INSERT INTO beside(y) VALUES(" + value(random) + ")");
            sql.add("INSERT INTO computed(a, z) VALUES(" + random.nextInt() + "," + value(random) + ")");
            sql.add("INSERT OR IGNORE INTO sorted VALUES(%s,%s,%d)".formatted("'k" + random.nextInt(50) + "'", value(random),
                    random.nextInt(50)));
        }
        sql.add("DELETE FROM keyed WHERE id % 3 = 1");
        sql.add("ALTER TABLE late ADD COLUMN added");
        sql.add("INSERT INTO late VALUES(" + random.nextInt() + ", 'y', 'added')");
        Path file = folder.resolve("random-" + random.nextInt());
        String failed = Sqlite3.run(file, String.join(";\n", sql.subList(0, 3)) + ";BEGIN;"
                + String.join(";\n", sql.subList(3, sql.size())) + ";COMMIT;")
                .text();
        assertEquals("", failed);
        return file;
    }

    private static String value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "NULL";
            case 1 -> number(random);
            case 2 -> "randomblob(" + random.nextInt(1, 40) + ")";
            case 3 -> "zeroblob(" + random.nextInt(9000) + ")";
            case 4 -> "'" + "Zürich 😀".repeat(random.nextInt(1, 300)) + "'";
            case 5 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(-300, 300)));
            case 6 -> String.valueOf(random.nextInt(2));
            default -> "'word " + random.nextInt() + "'";
        };
    }

    private static String number(Random random) {
        return String.valueOf(random.nextLong() >> random.nextInt(63));
    }

    /** Compares all tables; the number of their rows. */
    private static int expectAsSqlite(Path file) throws IOException {
        int rows = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            SqliteDatabase database = SqliteDatabase.open(SqliteSource.of(channel), Optional.empty());
            assertEquals(List.of(), database.problems());
            List<String> names = Sqlite3.run(file, "SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0;").lines();
            assertEquals(names, database.tables().stream().map(SqliteTable::name).toList());
            for (SqliteTable table : database.tables()) {
                Read read = Read.table(database, table, table.columns());
                assertEquals(List.of(), read.problems(), table.name());
                List<String> expected = Sqlite3.rows(file, table.name(), table.columns()).lines();
                TextForm form = TextForm.of(Files.readAllBytes(file)[59]);
                assertEquals(expected.size(), read.rows().size(), table.name());
                for (int row = 0; row < expected.size(); row++) {
                    assertEquals(Sqlite3.normal(expected.get(row)), line(table, read.rows().get(row), form), table.name());
                }
                rows += read.rows().size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String line(SqliteTable table, SqliteRow row, TextForm form) {
        List<String> words = new ArrayList<>();
        for (int column = 0; column < row.values().size(); column++) {
            words.add(Sqlite3.text(row.at(column), table.columns().get(column).equals("c") && table.name().startsWith("plain"),
                    form));
        }
        return String.join(" ", words);
    }
}
