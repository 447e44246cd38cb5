package org.assay.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.CaseWait;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.SealDifferences;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.store.CaseFile;
import org.assay.store.schema.CaseSchema;
import org.assay.store.schema.SchemaStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final String SECOND = """
            alter table snapshot add column if not exists mood varchar(10) default 'good' not null;
            create table if not exists extra(id int primary key);""";

    private static final String THIRD = "alter table extra add column if not exists note varchar(10);";

    private static final int LATEST = Migrations.standard().scripts().size();

    private static final CaseSchema SCHEMA = SchemaStates.of(with(SECOND, THIRD));

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void createCase() {
        path = folder.resolve("case");
        try (CaseFile made = CaseFile.create(path)) {
            made.newSnapshot("pc", Role.BASELINE, "kept", List.of(), Environment.UNKNOWN, List.of()).close();
        }
    }

    @Test
    void anOlderCaseIsBroughtToTheLatestVersionStepByStepAndOnce() {
        for (int round = 0; round < 2; round++) {
            try (CaseFile opened = open(SECOND, THIRD)) {
                assertEquals("kept", opened.snapshot(1).label());
            }
        }
        assertEquals(LATEST + 2, version());
        assertEquals(List.of("good"), query("select mood from snapshot"));
        assertEquals(List.of(), query("select note from extra"));
    }

    /** New columns give rows another digest; what was signed before still says what they were. */
    @Test
    void theCustodyLogAndSealsHoldAcrossVersions() {
        byte[] statement;
        try (CaseFile opened = CaseFile.open(path)) {
            long snapshot = opened.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of())
                    .finish(SnapshotState.COMPLETE, Reading.NONE).id();
            statement = opened.custody().statement(opened.snapshot(snapshot));
        }
        try (CaseFile opened = open(SECOND, THIRD)) {
            opened.custody().verify();
            SealDifferences found = opened.custody().check(2, statement);
            assertEquals(List.of(), found.differences());
            assertTrue(found.since().stream().anyMatch(entry -> entry.action() == CustodyAction.UPGRADED), found.toString());
        }
    }

    @Test
    void aNewerCaseIsRefusedWithBothVersionsAndLeftAsItIs() {
        open(SECOND).close();
        AssayException failure = assertThrows(AssayException.class, () -> CaseFile.open(path));
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().contains("version " + (LATEST + 1) + "; this Assay reads up to " + LATEST), failure.getMessage());
        open(SECOND).close();
    }

    @Test
    void aMigrationThatWasCutOffBeginsAnew() {
        assertThrows(AssayException.class, () -> open(SECOND + "\nselect * from nothing;"));
        assertEquals(LATEST, version());
        open(SECOND).close();
        assertEquals(LATEST + 1, version());
    }

    @Test
    void everyScriptOfThisAssayCanRunAgain() {
        try (Connections connections = connections()) {
            for (String script : Migrations.standard().scripts()) {
                connections.write(connection -> connection.createStatement().execute(script));
            }
        }
        try (CaseFile opened = CaseFile.open(path)) {
            assertEquals("kept", opened.snapshot(1).label());
        }
    }

    @Test
    void theCaseSaysWhatMadeIt() {
        assertEquals(1, query("select tool_version from case_info where created <= current_timestamp").size());
    }

    private CaseFile open(String... later) {
        return CaseFile.open(path, new Migrations(with(later)), SCHEMA);
    }

    private static List<String> with(String... later) {
        List<String> scripts = new ArrayList<>(Migrations.standard().scripts());
        scripts.addAll(List.of(later));
        return scripts;
    }

    /** The version that every one before it led to. */
    private int version() {
        List<String> versions = query("select version from schema_version order by version");
        assertEquals(IntStream.rangeClosed(1, versions.size()).mapToObj(Integer::toString).toList(), versions);
        return versions.size();
    }

    private List<String> query(String sql) {
        try (Connections connections = connections()) {
            return connections.read(connection -> Rows.list(connection, sql, row -> row.getString(1)));
        }
    }

    private Connections connections() {
        CasePath casePath = CasePath.of(path);
        return Connections.open(casePath, casePath.existing(), SCHEMA, CaseWait.NONE);
    }
}
