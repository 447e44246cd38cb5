package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Role;
import org.assay.model.text.Sha256;
import org.h2.Driver;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases that somebody else made to have something run where they are opened. H2 itself put it in, on a copy of a real case; what it would
 * do is write a file, start a process that writes that file, or connect to a port.
 */
class HostileCaseTest {

    @TempDir
    Path folder;

    private ServerSocket port;
    private Path written;
    private Path file;

    @BeforeEach
    void createCaseAndCanaries() throws IOException {
        port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        written = folder.resolve("written");
        try (CaseFile made = CaseFile.create(folder.resolve("case"))) {
            made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
            made.saveTags(List.of(new Tag("pc", Location.file("C:"), Sha256.of(), Decision.ACCEPT, "", "", Instant.EPOCH)));
            file = made.file();
        }
    }

    @AfterEach
    void closePort() throws IOException {
        port.close();
    }

    static Stream<Arguments> additions() {
        List<Arguments> all = new ArrayList<>(List.of(
                of("a view in place of a table", "alter table host rename to host_before",
                        "create view host as select id, name, WRITE as written from host_before"),
                of("a view", "create view seen as select READ as content"),
                of("a view of nothing", "create force view seen as select * from nowhere where WRITE > 0"),
                of("an alias with source", "create alias run as 'void run() throws Exception { START; }'"),
                of("a linked table", "create linked table linked('', 'jdbc:h2:mem:there;INIT=CREATE TABLE IF NOT EXISTS T(ID INT)', "
                        + "'sa', '', 'T')"),
                of("a linked table to nowhere", "create force linked table linked('', 'jdbc:h2:mem:x;INIT=CALL WRITTEN', 'sa', '', 'T')"),
                of("a check", "alter table tag add constraint checked check (WRITE > 0)"),
                of("a default", "alter table tag alter column note set default READ"),
                of("a value at an update", "alter table tag alter column note set on update READ"),
                of("a generated column", "alter table tag add column made bigint generated always as (WRITE)"),
                of("a domain", "create domain known as int check (WRITE > 0)"),
                of("a sequence", "create sequence counter"),
                of("a constant", "create constant fixed value 1"),
                of("a schema", "create schema other"),
                of("a user", "create user other password 'x' admin"),
                of("our user with a password", "alter user assay set password 'x'"),
                of("a right", "create user other password 'x'", "grant select on host to other"),
                of("a role", "create role reader"),
                of("a setting", "set default_lock_timeout 7"),
                of("another value of our setting", "set max_length_inplace_lob 4"),
                of("a synonym", "create synonym machine for host"),
                of("a comment", "comment on table host is 'x'"),
                of("a column's comment", "comment on column host.name is 'x'"),
                of("a table", "create table extra(id int)"),
                of("an index", "create index found on host(name)"),
                of("a column", "alter table host add column extra int"),
                of("another type", "alter table host alter column name varchar(7)")));
        for (String time : List.of("before", "after")) {
            for (String event : List.of("insert", "update", "delete", "select", "insert, rollback")) {
                if (!event.equals("select") || time.equals("before")) {
                    all.add(of("a trigger " + time + " " + event, "create force trigger pulled %s %s on host as "
                            .formatted(time, event) + "'org.h2.api.Trigger create() throws Exception { START; return null; }'"));
                }
            }
        }
        return all.stream();
    }

    private static Arguments of(String what, String... statements) {
        return Arguments.of(what, List.of(statements));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    @DisabledOnOs(OS.WINDOWS)
    void whatNoCaseHasIsRefusedAndNotRun(String what, List<String> statements) throws Exception {
        run(statements);
        Files.deleteIfExists(written);
        assertRefused("which would be run");
    }

    /** What the canaries are good for: with H2 alone each of them is touched. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutTheCheckItWouldRun() throws Exception {
        run(List.of("create view seen as select WRITE as written", "select * from seen"));
        assertTrue(Files.deleteIfExists(written));
        run(List.of("create alias run as 'void run() throws Exception { START; }'", "call run()"));
        assertTrue(Files.deleteIfExists(written));
        Thread answer = Thread.ofVirtual().start(this::answerOnce);
        run(List.of("create view fetched as select READ as content", "select * from fetched"));
        answer.join();
        assertTrue(Files.exists(written));
    }

    private void answerOnce() {
        try (Socket caller = port.accept()) {
            caller.getOutputStream().write("HTTP/1.0 200 OK\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
            Files.createFile(written);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementIsFoundInEveryVersionOfARow(RawMap.Version version) throws IOException {
        RawMap.addStatement(file, 0, "CREATE CACHED TABLE \"PUBLIC\".\"EXTRA\"(\"ID\" INTEGER)", version);
        assertRefused("EXTRA");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "9 CREATE FORCE ALIAS \"PUBLIC\".\"RUN\" FOR 'java.lang.System.exit'",
        "14 CREATE FORCE AGGREGATE \"PUBLIC\".\"SUMMED\" FOR 'org.example.Summed'",
        "0 CREATE CACHED TABLE \"PUBLIC\".\"EXTRA\"(\"ID\" INTEGER) ENGINE \"org.example.Engine\"",
        "6 SET DATABASE_EVENT_LISTENER 'org.example.Listener'",
        "6 SET JAVA_OBJECT_SERIALIZER 'org.example.Serializer'",
        "4 CREATE FORCE TRIGGER \"PUBLIC\".\"PULLED\" BEFORE SELECT ON \"PUBLIC\".\"HOST\" QUEUE 1024 CALL 'org.example.Pulled'",
        "2 CREATE USER IF NOT EXISTS \"ASSAY\" SALT '00' HASH '00' ADMIN",
        "6 SET CREATE_BUILD 232; CALL 1",
        "6 SET CREATE_BUILD CAST(1 AS INT)",
        "1 SET CREATE_BUILD 232"})
    void whatH2WouldMakeAClassOfIsRefused(String statement) throws IOException {
        RawMap.addStatement(file, Integer.parseInt(statement.split(" ")[0]), statement.split(" ", 2)[1], RawMap.Version.COMMITTED);
        assertRefused("which would be run");
    }

    @Test
    void aClassInTheListOfTypesIsRefusedAndNotMade() throws IOException {
        RawMap.addType(file, Canary.class.getName());
        assertRefused(Canary.class.getName());
        assertEquals(0, Canary.Made.COUNT.get());
    }

    @Test
    void preparedTransactionsAreRefusedAndNotMadeObjectsOf() throws IOException {
        try (MVStore store = MVStore.open(file.toString())) {
            store.openMap("openTransactions").put(1, new Canary());
        }
        Canary.Made.COUNT.set(0);
        assertRefused("prepared transactions");
        assertEquals(0, Canary.Made.COUNT.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openTransactions", "lobMap", "_"})
    void aChangeToAMapThatNoTransactionChangesIsRefused(String map) throws IOException {
        RawMap.addPendingChange(file, map);
        assertRefused("changes the map " + map);
    }

    @Test
    void aMapThatNoCaseHasIsRefused() throws IOException {
        try (MVStore store = MVStore.open(file.toString())) {
            store.openMap("evil").put(1, 1);
        }
        assertRefused("a map \"evil\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "finding", "remark"})
    void whatLacksATableIsRefusedAndSaysWhich(String table) throws Exception {
        run(List.of("drop table " + table));
        assertRefused("it lacks");
    }

    @Test
    void whatH2KeepsBesideOurStatementsIsNotHostile() throws Exception {
        run(List.of("analyze", "alter sequence if exists none restart with 5"));
        try (CaseFile opened = CaseFile.open(file)) {
            assertEquals(1, opened.tags().size());
            opened.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
        }
        CaseFile.openToRead(file).close();
    }

    /** H2 writes EXHAUSTED into a sequence that counted to its end, which no case has. */
    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "9223372036854775806", "1000000000000000000"})
    void aSequenceNearItsEndIsRefusedInEveryTable(String count) throws Exception {
        for (String table : List.of("host", "snapshot", "comparison")) {
            run(List.of("alter table %s alter column id restart with %s".formatted(table, count)));
            assertRefused("RESTART WITH " + count);
            run(List.of("alter table %s alter column id restart with 2".formatted(table)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000", "999999999999999999"})
    void aSequenceThatCountedTooFarIsReadAndNotWritten(String count) throws Exception {
        run(List.of("alter table snapshot alter column id restart with " + count));
        CaseFile.openToRead(file).close();
        AssayException refused = assertThrows(AssayException.class, () -> CaseFile.open(file));
        assertTrue(refused.getMessage().contains("takes no more: it has \"CREATE SEQUENCE"), refused.getMessage());
        CaseFile.openToRead(file).close();
    }

    @Test
    void aCaseThatTakesMoreCanBeOpenedAfterwards() throws Exception {
        run(List.of("alter table snapshot alter column id restart with 999999999999999"));
        try (CaseFile opened = CaseFile.open(file)) {
            opened.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
        }
        try (CaseFile opened = CaseFile.openToRead(file)) {
            assertEquals(999_999_999_999_999L, opened.snapshots().getLast().id());
        }
    }

    /** Every way of opening, twice, and the file stays as it is. */
    private void assertRefused(String reason) throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int round = 0; round < 2; round++) {
            for (Executable way : List.<Executable>of(() -> CaseFile.open(file), () -> CaseFile.openToRead(file), this::recover,
                    this::arrive)) {
                AssayException refused = assertThrows(AssayException.class, way);
                assertEquals(ErrorCode.CASE_FILE, refused.code());
                assertTrue(refused.getMessage().contains(reason), refused.getMessage());
            }
        }
        assertFalse(Files.exists(written));
        port.setSoTimeout(1);
        assertThrows(SocketTimeoutException.class, port::accept);
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)));
    }

    private void recover() {
        CaseFile.recover(file, folder.resolve("fresh"), Operator.UNKNOWN, Progress.NONE);
    }

    private void arrive() throws IOException {
        try (ArrivedCase arrived = ArrivedCase.at(folder.resolve("arrived"))) {
            try (OutputStream out = arrived.bytes()) {
                Files.copy(file, out);
            }
            arrived.admit();
        }
    }

    private void run(List<String> statements) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "assay");
        user.setProperty("password", "");
        String url = "jdbc:h2:" + file.toString().replace(".mv.db", "") + ";IFEXISTS=TRUE";
        try (Connection connection = new Driver().connect(url, user); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(withCanaries(sql));
            }
        }
    }

    private String withCanaries(String sql) {
        String write = "file_write('x', '" + written + "')";
        return sql.replace("WRITTEN", write.replace("'", "''"))
                .replace("WRITE", write)
                .replace("READ", "file_read('http://127.0.0.1:" + port.getLocalPort() + "/', null)")
                .replace("START", "new ProcessBuilder(\"touch\", \"" + written + "\").start().waitFor()");
    }
}
