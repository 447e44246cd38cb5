package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.testkit.ChildJvm;
import org.h2.Driver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileTest {

    private static final List<Class<?>> ROOMS = List.of(CaseFile.class, Item.class, Driver.class);

    @TempDir
    Path folder;

    @Test
    void aNewCaseIsOneFileWithItsAnchorAndOpensAgainWithAndWithoutItsSuffix() throws IOException {
        try (CaseFile made = CaseFile.create(folder.resolve("one"))) {
            assertEquals(folder.resolve("one.mv.db").toAbsolutePath(), made.file());
            made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
        }
        assertEquals(List.of("one.mv.db", "one.mv.db.anchor"), names());
        for (String name : List.of("one", "one.mv.db")) {
            try (CaseFile opened = CaseFile.open(folder.resolve(name))) {
                assertEquals("pc", opened.snapshots().getFirst().host());
                assertEquals(folder.resolve("one.mv.db").toAbsolutePath(), opened.file());
            }
        }
        assertEquals(List.of("one.mv.db", "one.mv.db.anchor"), names());
    }

    @Test
    void creatingOverSomethingFailsAndLeavesIt() throws IOException {
        CaseFile.create(folder.resolve("one")).close();
        byte[] before = Files.readAllBytes(folder.resolve("one.mv.db"));
        assertFails("is at", () -> CaseFile.create(folder.resolve("one")));
        assertEquals(-1, Files.mismatch(folder.resolve("one.mv.db"), Files.write(folder.resolve("copy"), before)));
        Files.createDirectory(folder.resolve("two.mv.db"));
        assertFails("is at", () -> CaseFile.create(folder.resolve("two")));
        assertFails("folder is missing", () -> CaseFile.create(folder.resolve("no/where")));
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void openingWhatIsMissingMakesNothing() throws IOException {
        assertFails("There is no case", () -> CaseFile.open(folder.resolve("none")));
        assertFails("There is no case", () -> CaseFile.open(folder.resolve("no/where")));
        assertEquals(List.of(), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".mv.db", "/"})
    void aPathThatNamesNoFileIsRefused(String path) {
        assertFails("names no case", () -> CaseFile.create(Path.of(path)));
        assertFails("names no case", () -> CaseFile.open(Path.of(path)));
    }

    @Test
    void whatIsNotACaseIsRefusedAndLeftAsItIs() throws Exception {
        Files.write(folder.resolve("empty.mv.db"), new byte[0]);
        Files.writeString(folder.resolve("text.mv.db"), "Dear diary,\n".repeat(2000));
        Files.write(folder.resolve("zeros.mv.db"), new byte[100_000]);
        Files.createDirectory(folder.resolve("folder.mv.db"));
        List<String> before = names();
        for (String name : List.of("empty", "text", "zeros", "folder")) {
            assertThrowsCaseFile(() -> CaseFile.open(folder.resolve(name)));
        }
        assertEquals(before, names());
        assertEquals(0, Files.size(folder.resolve("empty.mv.db")));
        assertEquals(100_000, Files.size(folder.resolve("zeros.mv.db")));
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        for (String user : List.of("assay", "sa")) {
            String url = "jdbc:h2:" + folder.resolve(user).toAbsolutePath();
            Properties login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", "");
            try (Connection connection = new Driver().connect(url, login); Statement statement = connection.createStatement()) {
                statement.execute("create table other(id int)");
            }
            assertFails("not a case", () -> CaseFile.open(folder.resolve(user)));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFifoIsNotWaitedFor() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe.mv.db").toString()).start();
        Assumptions.assumeTrue(mkfifo.waitFor() == 0, "no FIFO can be made here");
        assertFails("not a case", () -> CaseFile.open(folder.resolve("pipe")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ünï-\u202e", "100%41", "a:b", "~", "a?b#c", "$HOME", "mem", "zip:x", "line\nbreak", "-x", "'q\"",
        "a.mv.db.mv.db"})
    @DisabledOnOs(OS.WINDOWS)
    void anyNameOfAFileIsTheNameOfThatFile(String name) throws IOException {
        CaseFile.create(folder.resolve(name)).close();
        CaseFile.open(folder.resolve(name)).close();
        String file = name.endsWith(".mv.db") ? name : name + ".mv.db";
        assertEquals(List.of(file, file + ".anchor"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;INIT=CREATE TABLE PWNED(ID INT)", ";", "a;b/c", "back\\slash"})
    @DisabledOnOs(OS.WINDOWS)
    void aNameThatH2WouldReadOtherwiseIsRefused(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        assertFails("semicolon", () -> CaseFile.create(path));
        Files.writeString(path.resolveSibling(path.getFileName() + ".mv.db"), "x");
        assertFails("semicolon", () -> CaseFile.open(path));
    }

    @Test
    void aNameIsRefusedThatLeavesNoneForTheFilesBesideTheCase() throws IOException {
        Path longest = folder.resolve("x".repeat(255 - ".mv.db.anchor.new".length()));
        try (CaseFile made = CaseFile.create(longest)) {
            assertTrue(Files.exists(Path.of(made.file() + ".anchor")));
        }
        Path longer = folder.resolve("y".repeat(longest.getFileName().toString().length() + 1));
        assertFails("too long", () -> CaseFile.create(longer));
        assertFalse(Files.exists(longer.resolveSibling(longer.getFileName() + ".mv.db")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksToACaseOpenItAndLinksToOtherNamesAreRefused() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        CaseFile.create(real.resolve("one")).close();
        Files.createSymbolicLink(folder.resolve("linked"), real);
        Files.createSymbolicLink(folder.resolve("two.mv.db"), real.resolve("one.mv.db"));
        CaseFile.open(folder.resolve("linked/one")).close();
        CaseFile.open(folder.resolve("two")).close();
        Files.move(real.resolve("one.mv.db"), real.resolve("one.database"));
        Files.createSymbolicLink(folder.resolve("three.mv.db"), real.resolve("one.database"));
        assertFails("a link to a file", () -> CaseFile.open(folder.resolve("three")));
        Files.createSymbolicLink(folder.resolve("four.mv.db"), folder.resolve("nowhere.mv.db"));
        assertFails("is at", () -> CaseFile.create(folder.resolve("four")));
        assertFails("There is no case", () -> CaseFile.open(folder.resolve("four")));
        assertEquals(List.of("one.database", "one.mv.db.anchor"), names(real));
    }

    @Test
    void aCaseInUseByAnotherProcessIsRefusedUntilItIsFree() throws Exception {
        CaseFile.create(folder.resolve("one")).close();
        Process holder = ChildJvm.start(ROOMS, CaseHolder.class, folder.resolve("one").toString());
        assertEquals('+', holder.getInputStream().read());
        assertFails("in use by another process", () -> CaseFile.open(folder.resolve("one")));
        holder.getOutputStream().close();
        assertEquals(0, holder.waitFor());
        CaseFile.open(folder.resolve("one")).close();
    }

    @Test
    void theSameProcessMayOpenACaseTwice() {
        CaseFile one = CaseFile.create(folder.resolve("one"));
        try (CaseFile two = CaseFile.open(folder.resolve("one"))) {
            one.newSnapshot("pc", Role.SUSPECT, "label", List.of(), Environment.UNKNOWN, List.of()).close();
            assertEquals(one.snapshots(), two.snapshots());
            one.close();
            assertEquals("label", two.snapshots().getFirst().label());
        }
    }

    @Test
    void whatTheCaseDoesNotHaveIsSaidWithItsNumber() {
        try (CaseFile opened = CaseFile.create(folder.resolve("one"))) {
            List<Runnable> questions = List.of(() -> opened.snapshot(7), () -> opened.gaps(7), () -> opened.view(7),
                    () -> opened.comparison(7), () -> opened.changes(7), () -> opened.saveComparison(7, 7, ComparisonBasis.USUAL,
                            List.of(), List.of()));
            for (Runnable question : questions) {
                AssayException failure = assertThrows(AssayException.class, question::run);
                assertEquals(ErrorCode.WRONG_USAGE, failure.code());
                assertTrue(failure.getMessage().contains("7"), failure.getMessage());
            }
            assertEquals(List.of(), opened.comparisons());
        }
    }

    @Test
    void aClosedCaseSaysSo() {
        CaseFile closed = CaseFile.create(folder.resolve("one"));
        SnapshotWriter writer = closed.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        closed.close();
        closed.close();
        assertFails("was closed", closed::snapshots);
        assertFails("was closed", () -> closed.view(1));
        assertFails("was closed", () -> writer.finish(SnapshotState.COMPLETE, Reading.NONE));
    }

    @Test
    void snapshotsAreNumberedFromOneWithoutHolesAlsoAfterAReopen() {
        for (int round = 0; round < 3; round++) {
            Path path = folder.resolve("one");
            try (CaseFile opened = round == 0 ? CaseFile.create(path) : CaseFile.open(path)) {
                opened.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
                opened.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).close();
            }
        }
        try (CaseFile opened = CaseFile.open(folder.resolve("one"))) {
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), opened.snapshots().stream().map(Snapshot::id).toList());
        }
    }

    @Test
    void aTextThatIsTooLongToStoreIsRefused() {
        try (CaseFile opened = CaseFile.create(folder.resolve("one"))) {
            AssayException failure = assertThrows(AssayException.class,
                    () -> opened.newSnapshot("h".repeat(65_537), Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()));
            assertEquals(ErrorCode.WRONG_USAGE, failure.code());
            assertEquals(List.of(), opened.snapshots());
        }
    }

    private List<String> names() throws IOException {
        return names(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertFails(String words, Runnable work) {
        AssayException failure = assertThrowsCaseFile(work);
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static AssayException assertThrowsCaseFile(Runnable work) {
        AssayException failure = assertThrows(AssayException.class, work::run);
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().endsWith("."), failure.getMessage());
        return failure;
    }
}
