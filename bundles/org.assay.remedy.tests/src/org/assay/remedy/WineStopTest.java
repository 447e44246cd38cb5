package org.assay.remedy;

import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.tagged;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.WinePrefix.windows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.testkit.Programs.Outcome;
import org.assay.testkit.WinePrefix;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs what remedy.cmd does about services, tasks and processes, in Wine: a service and a program that really run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WineStopTest {

    private static final String NAME = "evil & more";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + NAME;

    @AutoClose
    private WinePrefix prefix;
    private Path folder;
    private Tree tree;
    private final List<TaggedChange> changes = new ArrayList<>();

    @BeforeAll
    void makePrefix() {
        prefix = WinePrefix.make();
    }

    @BeforeEach
    void makeFolders(@TempDir Path made) {
        folder = made;
        tree = Tree.in(folder, "tree");
        changes.clear();
    }

    private void added(Item item) {
        changes.add(tagged(Decision.QUARANTINE, Changes.added(changes.size() + 1, item)));
    }

    private void export() {
        new RemediationExport().write(contents(changes.toArray(TaggedChange[]::new)), folder.resolve("out"));
    }

    private Outcome remedy(String... options) {
        List<String> arguments = new ArrayList<>(List.of(windows(tree.root()), windows(folder.resolve("quarantine"))));
        arguments.addAll(List.of(options));
        return prefix.runScript(folder, windows(tree.root()), windows(folder.resolve("out/remedy.cmd")), arguments.toArray(String[]::new));
    }

    /** Lays a program that waits, or serves, and gives it as a capture would. */
    private FileItem program(String... names) throws IOException {
        Path file = tree.file("", names);
        Files.copy(prefix.program("service"), file, StandardCopyOption.REPLACE_EXISTING);
        FileDetails details = FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.empty());
        return new FileItem(Tree.place("C:", names), FileKind.FILE, Files.size(file), FileTimes.modifiedAt(Instant.EPOCH),
                Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.of(Bytes.ofHex(ExportFolder.sha256(Files.readAllBytes(file)))),
                Optional.empty(), details);
    }

    private String service() {
        return prefix.run(folder, "reg", "query", SERVICE).output();
    }

    /** The key of a service and all values that it has, as Wine made them. */
    private void addService(String key) {
        added(key(key));
        for (String line : prefix.run(folder, "reg", "query", key).output().lines().toList()) {
            String[] field = line.strip().split(" {4}");
            if (field.length == 3) {
                added(field[1].equals("REG_DWORD") ? dword(key, field[0], Integer.decode(field[2])) : string(key, field[0], field[2]));
            }
        }
    }

    @Test
    void aServiceIsDisabledAndStoppedBeforeItsKeyGoesAndUndoingGivesBoth() throws IOException {
        FileItem program = program("evil dir", "evil.exe");
        String image = '"' + windows(tree.path("evil dir", "evil.exe")) + '"';
        prefix.run(folder, "sc", "create", NAME, "binPath=", image, "start=", "auto").orFail();
        prefix.run(folder, "sc", "start", NAME).orFail();
        addService(SERVICE);
        assertTrue(changes.size() > 5, service());
        added(program);
        export();
        String before = service();

        Outcome preview = remedy();
        assertEquals(0, preview.exitCode(), preview.output());
        assertTrue(preview.output().contains("change 1: would be stopped: \"HKEY_LOCAL_MACHINE\\SYSTEM"), preview.output());
        assertTrue(preview.output().contains("would be ended: "), preview.output());
        assertEquals(before, service());

        Outcome applied = remedy("/apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertTrue(applied.output().contains("change 1: stopped: "), applied.output());
        assertTrue(applied.output().contains("already ended: "), "the program ended with its service: " + applied.output());
        assertFalse(service().contains("ImagePath"), service());
        assertFalse(Files.exists(tree.path("evil dir", "evil.exe")));

        Outcome again = remedy("/apply");
        assertEquals(0, again.exitCode(), again.output());
        assertTrue(again.output().contains("0 done, "), again.output());

        Outcome undone = remedy("/undo", "/apply");
        assertEquals(0, undone.exitCode(), undone.output());
        assertEquals(before, service());
        assertTrue(Files.exists(tree.path("evil dir", "evil.exe")));
    }

    @Test
    void aRunThatEndedAfterTheServiceWasDisabledIsFinishedByTheNext() throws IOException {
        FileItem program = program("evil.exe");
        prefix.run(folder, "sc", "create", "other", "binPath=", windows(tree.path("evil.exe")), "start=", "demand").orFail();
        String key = SERVICE.replace(NAME, "other");
        addService(key);
        added(program);
        export();
        prefix.run(folder, "reg", "add", key, "/v", "Start", "/t", "REG_DWORD", "/d", "4", "/f").orFail();
        Outcome applied = remedy("/apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertTrue(applied.output().contains("change 1: already stopped: "), applied.output());
        assertTrue(applied.output().contains("change 1: removed: "), applied.output());

        prefix.run(folder, "reg", "add", key, "/v", "More", "/d", "x", "/f").orFail();
        Outcome changed = remedy("/apply");
        assertEquals(1, changed.exitCode(), changed.output());
        assertTrue(changed.output().contains("change 1: LEFT, it has changed: it holds something that was not judged"), changed.output());
    }

    @Test
    void whatRunsTheFileIsEndedAndNothingElse() throws Exception {
        FileItem evil = program("a & b", "sleeper.exe");
        program("twin", "sleeper.exe");
        added(evil);
        export();
        Process one = prefix.start(folder, windows(tree.path("a & b", "sleeper.exe")), "wait");
        Process twin = prefix.start(folder, windows(tree.path("twin", "sleeper.exe")), "wait");
        try {
            for (int tries = 0; !remedy().output().contains("would be ended"); tries++) {
                assertTrue(tries < 10, "it does not start");
            }
            assertTrue(one.isAlive());
            Outcome applied = remedy("/apply");
            assertEquals(0, applied.exitCode(), applied.output());
            assertTrue(applied.output().contains("change 1: ended: "), applied.output());
            assertTrue(one.waitFor(1, TimeUnit.MINUTES));
            assertTrue(twin.isAlive());
            assertFalse(Files.exists(tree.path("a & b", "sleeper.exe")));
        } finally {
            one.destroyForcibly();
            twin.destroyForcibly();
        }
    }

    /** The value is read by the session manager of Windows (MoveFileEx, MOVEFILE_DELAY_UNTIL_REBOOT), and by Wine's wineboot. */
    @Test
    void whatIsInUseMovesAtTheNextStartAndIsLookedAtThen() throws Exception {
        Path used = tree.file("worm", "a & b", "used.dll");
        added(file(Tree.place("C:", "a & b", "used.dll"), "worm"));
        export();
        Path holder = folder.resolve("hold.cmd");
        Files.writeString(holder, "@ping -n 600 127.0.0.1 >nul <\"" + windows(used) + "\"\r\n");
        Process holding = prefix.start(folder, "cmd", "/c", windows(holder));
        try {
            for (int tries = 0; !isOpen(used); tries++) {
                assertTrue(tries < 300, "it is not held open");
                Thread.sleep(200);
            }
            Outcome applied = remedy("/apply");
            assertEquals(1, applied.exitCode(), applied.output());
            assertTrue(applied.output().contains("LEFT, it is in use and moves at the next start: restart the machine"), applied.output());
            assertTrue(Files.exists(used));
            Outcome early = remedy("/apply");
            assertEquals(2, early.exitCode(), early.output());
            assertTrue(early.output().contains("Restart the machine first"), early.output());
        } finally {
            holding.destroyForcibly();
            prefix.flush();
        }
        prefix.run(folder, "wineboot").orFail();
        assertFalse(Files.exists(used));
        Outcome after = remedy("/apply");
        assertEquals(0, after.exitCode(), after.output());
        assertTrue(after.output().contains("already quarantined"), after.output());
        Outcome undone = remedy("/undo", "/apply");
        assertEquals(0, undone.exitCode(), undone.output());
        assertTrue(Files.exists(used));
    }

    private static boolean isOpen(Path file) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(one -> one.getFileName().toString().matches("\\d+")).toList()) {
                String[] open = process.resolve("fd").toFile().list();
                for (String one : open == null ? new String[0] : open) {
                    if (process.resolve("fd").resolve(one).toFile().getCanonicalPath().equals(file.toRealPath().toString())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void aTaskIsEndedByItsWholeNameAndOnlyIfItsFileIsWhatWasJudged() throws IOException {
        added(file(Tree.place("C:", "Windows", "System32", "Tasks", "deep & ^more", "evil"), "task"));
        added(file(Tree.place("C:", "Windows", "System32", "Tasks", "top"), "task"));
        added(file(Tree.place("C:", "Windows", "System32", "Tasks", "changed"), "task"));
        for (String[] names : new String[][] {{"top"}, {"deep & ^more", "evil"}}) {
            tree.file("task", Stream.concat(Stream.of("Windows", "System32", "Tasks"), Stream.of(names)).toArray(String[]::new));
        }
        tree.file("another", "Windows", "System32", "Tasks", "changed");
        export();
        Path known = prefix.program("schtasks").resolveSibling("tasks.txt");
        Files.writeString(known, "\\top\n\\deep & ^more\\evil\n\\changed\n");
        Outcome applied = remedy("/apply");
        assertEquals(1, applied.exitCode(), applied.output());
        assertTrue(applied.output().contains("change 2: ended: "), applied.output());
        assertEquals(List.of("\\deep & ^more\\evil", "\\top"), Files.readAllLines(known.resolveSibling("ended.txt")));
        assertFalse(Files.exists(tree.path("Windows", "System32", "Tasks", "top")));
    }
}
