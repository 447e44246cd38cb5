package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Migrations;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.assay.testkit.OldCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is altered past Assay in a case that holds everything, the check of the case names it. */
class CaseDigestTest {

    /** What a sentence says of a table that is not looked at row by row. */
    private static final Map<String, String> OTHER_WORDS = Map.of("content", "kept file", "item_block_data", "block",
            "change_block", "comparison",
            "custody_entry", "custody log", "schema_version", "version|not a case",
            "case_digest", "the digest of the case");

    /** What says how far the database is, and not what the case holds. */
    private static final Set<String> OF_THE_DATABASE = Set.of("schema_version");

    private record Column(String name, String type, boolean generated) {

        /** Whether a name, a place or packed values stand in it, which may be some that nobody can read. */
        boolean holdsNames() {
            return List.of("CHARACTER VARYING", "BINARY VARYING", "BINARY LARGE OBJECT").contains(type);
        }
    }

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;

    @BeforeEach
    void createCase() throws IOException {
        path = FullCase.create(folder);
        whole = Files.readAllBytes(path);
        // what the case alone tells
        Files.delete(Path.of(path + ".anchor"));
    }

    @Test
    void aCaseThatHoldsEverythingIsWholeAndAStrangerMakesTheSameDigestOfIt() throws SQLException, NoSuchAlgorithmException {
        StoredDigest stored;
        try (CaseFile opened = CaseFile.openToRead(path)) {
            stored = opened.verifyAll(Progress.NONE);
            assertEquals(stored, opened.digest().orElseThrow());
            assertEquals(stored.digest().sha256(), Sha256.of(dump(opened)));
        }
        assertEquals(stored.digest().hex(), StrangersDigest.of(path));
        Map<String, Long> empty = tables().keySet().stream().collect(Collectors.toMap(table -> table, this::rows));
        empty.values().removeIf(rows -> rows > 0);
        assertEquals(Map.of(), empty, "tables without rows, in which nothing can be altered");
    }

    @Test
    void aValueThatWasAlteredIsNamed() throws IOException {
        int tried = 0;
        for (Map.Entry<String, List<Column>> table : tables().entrySet()) {
            for (Column column : table.getValue()) {
                if (!column.generated()) {
                    alter("update " + table.getKey() + " set " + column.name() + " = " + altered(column) + " fetch first row only");
                    requireNamed(table.getKey(), column.name());
                    tried++;
                }
            }
        }
        assertTrue(tried > 100, tried + " columns");
    }

    /** Recovery is for cases that cannot be read: whatever stands in one, the new case can, and says so if it has not all of it. */
    @Test
    void whateverValueWasAlteredACaseThatCanBeReadIsSavedAndWhatItLacksIsSaid() throws IOException {
        for (Map.Entry<String, List<Column>> table : tables().entrySet()) {
            for (Column column : table.getValue()) {
                if (column.holdsNames() && !OF_THE_DATABASE.contains(table.getKey())) {
                    alter("update " + table.getKey() + " set " + column.name() + " = " + altered(column) + " fetch first row only");
                    requireSaved(table.getKey() + "." + column.name());
                }
            }
        }
    }

    private void requireSaved(String what) throws IOException {
        Path fresh = folder.resolve("fresh.mv.db");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(Path.of(fresh + ".anchor"));
        List<String> lost = assertDoesNotThrow(() -> CaseFile.recover(path, fresh, Operator.UNKNOWN, Progress.NONE), what);
        assertFalse(lost.isEmpty(), what);
        try (CaseFile made = CaseFile.open(fresh)) {
            assertDoesNotThrow(() -> {
                made.verifyAll(Progress.NONE);
                made.snapshots().stream().filter(snapshot -> snapshot.state().isWhole()).forEach(snapshot -> made.verify(snapshot.id()));
                made.snapshots().forEach(snapshot -> {
                    made.gaps(snapshot.id());
                    made.remarks(snapshot.id());
                    made.snapshotCatalogues(snapshot.id());
                });
                made.comparisons().forEach(comparison -> made.changes(comparison.id()).forEach(change -> { }));
                made.tags();
                made.custody().entries();
                made.custody().seals();
            }, what + ": " + lost);
        }
    }

    @Test
    void aRowThatWasDeletedIsNamed() throws IOException {
        for (String table : tables().keySet()) {
            alter("delete from " + table + " fetch first row only");
            requireNamed(table, "a row less");
        }
    }

    @Test
    void allRowsDeletedAreNamed() throws IOException {
        for (String table : tables().keySet()) {
            alter("delete from " + table);
            requireNamed(table, "no rows");
        }
    }

    @Test
    void aRowThatWasAddedIsNamed() throws IOException {
        for (Map.Entry<String, List<Column>> table : tables().entrySet()) {
            String names = table.getValue().stream().map(Column::name).collect(Collectors.joining(", "));
            String values = table.getValue().stream().map(column -> column.generated() ? column.name() + " + 1000" : altered(column))
                    .collect(Collectors.joining(", "));
            alter("insert into " + table.getKey() + "(" + names + ") overriding system value select " + values + " from " + table.getKey()
                    + " fetch first row only");
            requireNamed(table.getKey(), "a row more");
        }
    }

    /** The key of a row that H2 numbers: the row is put in again with another one. */
    @Test
    void aRowWithAnotherNumberIsNamed() throws IOException {
        for (String table : List.of("host", "snapshot", "comparison")) {
            String others = tables().get(table).stream().map(Column::name).skip(1).collect(Collectors.joining(", "));
            alter("insert into " + table + "(id, " + others + ") overriding system value select id + 100, "
                    + others.replaceFirst("^name$", "name || 'x'") + " from " + table + " where id = 1", "delete from " + table
                    + " where id = 1", table.equals("host") ? "update host set name = substring(name, 1, length(name) - 1) where id > 100"
                    : "select 1");
            requireNamed(table, "id");
        }
    }

    /** Of blocks, the digests that stand beside them are put right, too: their bytes are under the digest of the case. */
    @Test
    void aBlockOfAnotherSnapshotIsNamedThoughItsDigestsFit() throws IOException {
        alter("delete from item_block where snapshot_id = 5", "delete from item_block_data where snapshot_id = 5",
                "insert into item_block select 5, run, number, items, first_location, checksum_sha256 from item_block"
                        + " where snapshot_id = 4",
                "insert into item_block_data select 5, run, number, data from item_block_data where snapshot_id = 4");
        requireNamed("item_block", "transplanted");
    }

    /** H2 has checksums of the beginnings of pages only, so it takes this for what was written. */
    @Test
    void bytesOfARowThatWereAlteredInTheFileAreNamed() throws IOException {
        String bytes = new String(whole, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("a note"));
        Files.writeString(path, bytes.replace("a note", "A note"), StandardCharsets.ISO_8859_1);
        requireNamed("tag", "bytes in the file");
    }

    /** A case of an older version gets its digests anew, so one that only says it is older would be whole whatever was altered. */
    @Test
    void aCaseThatIsCalledOlderIsNotBroughtUpToDateOverWhatWasAltered() throws IOException {
        for (String alteration : List.of("select 1", "update tag set note = 'forged'", "delete from tag",
                "update host set name = name || 'x'",
                "delete from case_digest", "delete from schema_version where version > 5", "delete from custody_entry")) {
            alter("delete from schema_version where version = (select max(version) from schema_version)", alteration);
            byte[] altered = Files.readAllBytes(path);
            String named = assertThrows(AssayException.class, () -> CaseFile.openToRead(path).close(), alteration).getMessage();
            assertTrue(named.contains("It was damaged, or altered by another program than Assay")
                    || named.contains("not a case that Assay made"), alteration + ": " + named);
            assertArrayEquals(altered, Files.readAllBytes(path), alteration);
        }
    }

    @Test
    void whatWasAlteredInACaseOfAnOlderVersionIsNamed() throws IOException {
        for (int version : OldCases.versions()) {
            if (version >= 6) {
                path = OldCases.copy(version, folder);
                whole = Files.readAllBytes(path);
                alter("update snapshot set label = 'forged'");
                requireNamed("snapshot", "of version " + version);
                alter("delete from attempt");
                requireNamed("attempt", "of version " + version);
            }
        }
    }

    /** H2 commits each alteration of a table at once: a killed process leaves some, and the digest of what was there before. */
    @Test
    void aCaseWhoseUpdateWasCutShortIsBroughtUpToDate() throws IOException {
        for (int version : OldCases.versions()) {
            for (int scripts = version + 1; scripts <= Migrations.standard().scripts().size(); scripts++) {
                path = OldCases.copy(version, Files.createDirectory(folder.resolve(version + "-" + scripts)));
                whole = Files.readAllBytes(path);
                List<String> done = new ArrayList<>();
                for (int next = version + 1; next <= scripts; next++) {
                    done.add(Migrations.standard().scripts().get(next - 1));
                    if (next < scripts) {
                        done.add("insert into schema_version(version, applied, tool_version) values(" + next
                                + ", timestamp with time zone '2026-01-01 00:00:00Z', 'cut short')");
                    }
                }
                alter(done.toArray(String[]::new));
                try (CaseFile opened = CaseFile.openToRead(path)) {
                    opened.verifyAll(Progress.NONE);
                }
            }
        }
    }

    @Test
    void whatIsStoredAndTakenBackHasTheSameDigestAndALaterGeneration() {
        Tag tag = new Tag("pc", Location.file("C:", "b"), Sha256.of(), Decision.REPAIR, "", "me", Instant.EPOCH);
        try (CaseFile opened = CaseFile.open(path)) {
            StoredDigest before = opened.digest().orElseThrow();
            opened.saveTags(List.of(tag));
            assertNotEquals(before.digest(), opened.digest().orElseThrow().digest());
            opened.removeTags(List.of(tag));
            StoredDigest after = opened.verifyAll(Progress.NONE);
            assertEquals(before.digest(), after.digest());
            assertEquals(before.generation() + 2, after.generation());
        }
    }

    @Test
    void casesOfAllVersionsHaveTheirDigestOnceTheyAreOpened() {
        for (int version : OldCases.versions()) {
            if (version != 3) {
                OldCases.copy(version, folder);
            }
            try (CaseFile opened = CaseFile.open(folder.resolve("schema-" + version))) {
                opened.verifyAll(Progress.NONE);
            }
        }
    }

    @Test
    void aCheckThatIsCancelledSaysSo() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            AssayException cancelled = assertThrows(AssayException.class, () -> opened.verifyAll(Progress.quiet(() -> true)));
            assertEquals(ErrorCode.CANCELLED, cancelled.code());
        }
    }

    private static byte[] dump(CaseFile opened) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        opened.dump(out);
        return out.toByteArray();
    }

    private void requireNamed(String table, String what) {
        String named = assertThrows(AssayException.class, () -> {
            try (CaseFile opened = CaseFile.openToRead(path)) {
                opened.verifyAll(Progress.NONE);
            }
        }, () -> "nothing was found in " + table + ": " + what).getMessage();
        if (Boolean.getBoolean("assay.digest.table")) {
            System.out.println(table + ", " + what + ": " + named.replaceFirst("(?s).*?mv.db ", "")
                    .replaceFirst("\\. It was damaged.*", ""));
        }
        assertTrue(named.contains('"' + table + '"') || Pattern.compile(OTHER_WORDS.getOrDefault(table, "(?!)")).matcher(named).find(),
                () -> table + ", " + what + ": " + named);
    }

    /** Alters the case as it was by H2 alone. */
    private void alter(String... statements) throws IOException {
        Files.write(path, whole);
        try (Connections connections = connections()) {
            connections.write(connection -> {
                connection.createStatement().execute("set referential_integrity false");
                for (String statement : statements) {
                    connection.createStatement().execute(statement);
                }
                return connection.createStatement().execute("set referential_integrity true");
            });
        }
    }

    private Connections connections() {
        CasePath casePath = CasePath.of(path);
        return Connections.open(casePath, casePath.existing(), CaseSchema.standard(), CaseWait.NONE);
    }

    private long rows(String table) {
        try (Connections connections = connections()) {
            return connections.read(connection -> Rows.first(connection, "select count(*) from " + table, row -> row.getLong(1)))
                    .orElseThrow();
        }
    }

    private Map<String, List<Column>> tables() {
        Map<String, List<Column>> tables = new TreeMap<>();
        try (Connections connections = connections()) {
            connections.read(connection -> {
                Rows.each(connection, """
                        select table_name, column_name, data_type, is_identity from information_schema.columns
                        where table_schema = 'PUBLIC' order by table_name, ordinal_position""",
                        row -> tables.computeIfAbsent(row.getString(1).toLowerCase(), _ -> new ArrayList<>())
                                .add(new Column(row.getString(2).toLowerCase(), row.getString(3), row.getString(4).equals("YES"))));
                return true;
            });
        }
        return tables;
    }

    private static String altered(Column column) {
        return AlteredValue.of(column.name(), column.type());
    }
}
