package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.SealDifferences;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.digest.Attacker;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody alters in a sealed case who makes all digests and the whole custody log anew, the signed statement names it. */
class SealedCaseTest {

    /** What is made from the rest, so nothing can be altered there that would not be made anew; and seals, which are signed themselves. */
    private static final Set<String> MADE_ANEW = Set.of("table_digest", "case_digest", "part_digest", "seal",
            "custody_entry.previous_sha256", "custody_entry.sha256");

    private record Column(String table, String name, String type, boolean generated) {
    }

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;
    private long snapshot;
    private byte[] statement;

    @BeforeEach
    void sealACase() throws IOException {
        path = FullCase.create(folder);
        try (CaseFile opened = CaseFile.open(path)) {
            snapshot = opened.snapshots().stream().filter(one -> one.label().equals("full")).findFirst().orElseThrow().id();
            statement = opened.custody().statement(opened.snapshot(snapshot));
            opened.custody().seal(snapshot, Bytes.copyOf(statement), Instant.EPOCH, "");
        }
        whole = Files.readAllBytes(path);
        Files.delete(Path.of(path + ".anchor"));
    }

    @Test
    void whatWasSealedIsWhole() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            SealDifferences found = opened.custody().check(snapshot, statement);
            assertEquals(List.of(), found.differences());
            assertEquals(List.of(CustodyAction.OPENED, CustodyAction.SEALED), found.since().stream().map(entry -> entry.action()).toList());
            assertEquals(List.of("it is a seal over another snapshot than 1"), opened.custody().check(1, statement).differences());
        }
    }

    @Test
    void everyValueThatIsAlteredIsNamedThoughAllDigestsAreMadeAnew() throws IOException {
        List<String> unnoticed = new ArrayList<>();
        int tried = 0;
        for (Column column : columns()) {
            String name = column.table() + '.' + column.name();
            if (!MADE_ANEW.contains(column.table()) && !MADE_ANEW.contains(name) && !column.generated()) {
                tried++;
                if (!isNoticed("update " + column.table() + " set " + column.name() + " = " + altered(column) + " fetch first row only")) {
                    unnoticed.add(name);
                }
            }
        }
        assertEquals(List.of(), unnoticed);
        assertTrue(tried > 100, tried + " columns");
    }

    @Test
    void everyRowThatIsDeletedIsNamedThoughAllDigestsAreMadeAnew() throws IOException {
        List<String> unnoticed = new ArrayList<>();
        for (String table : columns().stream().map(Column::table).distinct().filter(table -> !MADE_ANEW.contains(table)).toList()) {
            if (!isNoticed("delete from " + table + " fetch first row only")) {
                unnoticed.add(table);
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    /** Its last entries, the whole seal among them. */
    @Test
    void aLogWhoseEndWasCutOffIsNamed() throws IOException {
        alter("delete from seal where id = 2", "delete from custody_entry where number >= (select max(number) - 2 from custody_entry)");
        try (CaseFile opened = CaseFile.openToRead(path)) {
            String first = opened.custody().check(snapshot, statement).differences().getFirst();
            assertTrue(first.matches("the custody log ends before entry \\d+, which was its last .*, or the case is an older copy"), first);
        }
    }

    @Test
    void whatIsDoneInOrderAfterwardsIsToldAndNoAlteration() {
        try (CaseFile opened = CaseFile.open(path)) {
            opened.saveTags(List.of(new Tag("pc", Location.file("C:", "z"), Sha256.of(), Decision.REPAIR, "", "me", Instant.EPOCH)));
            SealDifferences found = opened.custody().check(snapshot, statement);
            assertEquals(List.of(), found.differences());
            assertEquals(CustodyAction.TAGGED, found.since().getLast().action());
        }
    }

    private boolean isNoticed(String... statements) throws IOException {
        try {
            alter(statements);
        } catch (AssayException e) {
            return e.getMessage().contains("damaged");
        }
        try (CaseFile opened = CaseFile.openToRead(path)) {
            if (!opened.custody().check(snapshot, statement).isWhole()) {
                return true;
            }
            opened.verifyAll(Progress.NONE);
            return false;
        } catch (AssayException _) {
            return true;
        }
    }

    private void alter(String... statements) throws IOException {
        Files.write(path, whole);
        try (Connections connections = connections()) {
            connections.write(connection -> {
                connection.createStatement().execute("set referential_integrity false");
                for (String statement : statements) {
                    connection.createStatement().execute(statement);
                }
                connection.createStatement().execute("set referential_integrity true");
                Attacker.remake(connection);
                return true;
            });
        }
    }

    private Connections connections() {
        CasePath casePath = CasePath.of(path);
        return Connections.open(casePath, casePath.existing(), CaseSchema.standard(), CaseWait.NONE);
    }

    private List<Column> columns() {
        try (Connections connections = connections()) {
            return connections.read(connection -> Rows.list(connection, """
                    select lower(table_name), lower(column_name), data_type, is_identity from information_schema.columns
                    where table_schema = 'PUBLIC' order by table_name, ordinal_position""",
                    row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4).equals("YES"))));
        }
    }

    private static String altered(Column column) {
        return AlteredValue.of(column.name(), column.type());
    }
}
