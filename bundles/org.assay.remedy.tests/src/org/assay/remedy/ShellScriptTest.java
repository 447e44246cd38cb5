package org.assay.remedy;

import static org.assay.remedy.Tree.place;
import static org.assay.remedy.Tree.quarantine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.remedy.plan.Step;
import org.assay.testkit.HostileNames;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real script on a real tree. */
@DisabledOnOs(OS.WINDOWS)
class ShellScriptTest {

    private static final String PLAN = "ab".repeat(32);

    @TempDir
    private Path folder;
    private Tree tree;
    private Tree shelf;

    @BeforeEach
    void makeFolders() {
        tree = Tree.in(folder, "tree");
        shelf = Tree.in(folder, "quarantine");
    }

    private Path script(Step... files) throws IOException {
        Path script = folder.resolve("remedy.sh");
        try (OutputStream out = Files.newOutputStream(script)) {
            ShellScript.write(List.of(files), PLAN, out);
        }
        return script;
    }

    private Outcome run(Step[] files, String... arguments) throws IOException {
        return run("sh", script(files).toString(), arguments);
    }

    private Outcome run(String shell, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(shell, script));
        command.addAll(List.of(arguments));
        return Programs.run(folder, command.toArray(String[]::new));
    }

    private Outcome apply(Step... files) throws IOException {
        return run(files, "--apply", tree.root().toString(), shelf.root().toString());
    }

    private static Step[] hostileFiles(Tree laidIn) {
        List<Step> files = new ArrayList<>();
        for (String name : HostileNames.onDisk()) {
            String content = "worm " + files.size();
            laidIn.file(content, name, name);
            files.add(quarantine(files.size() + 1, content, place("", name, name)));
        }
        return files.toArray(Step[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox", "ksh", "zsh", "mksh"})
    void hostileNamesMoveExactlyAndComeBack(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        Path script = script(hostileFiles(tree));
        tree.file("bystander", "kept");
        Map<String, String> before = tree.content();
        String program = script.toString();
        String root = tree.root().toString();
        String quarantine = shelf.root().toString();

        Outcome preview = start(shell, program, root, quarantine);
        assertEquals(0, preview.exitCode(), preview.output());
        assertEquals(before, tree.content());
        assertEquals(Map.of("", "folder"), shelf.content());

        Outcome applied = start(shell, program, "--apply", root, quarantine);
        assertEquals(0, applied.exitCode(), applied.output());
        Map<String, String> expected = new TreeMap<>(before);
        expected.entrySet().removeIf(entry -> entry.getValue().startsWith("file worm"));
        assertEquals(expected, tree.content());
        Map<String, String> taken = shelf.content();
        before.forEach((path, what) -> assertEquals(what.startsWith("file worm") ? what : taken.get("/tree-1" + path),
                taken.get("/tree-1" + path), path));
        assertOnlyShows(applied.output());
        assertOnlyShows(Files.readString(shelf.root().resolve("remedy-log.txt")));

        Outcome again = start(shell, program, "--apply", root, quarantine);
        assertEquals(0, again.exitCode(), again.output());
        assertTrue(again.output().contains("\n0 done, " + HostileNames.onDisk().size() + " done earlier, 0 not there, 0 left"),
                again.output());

        Outcome undone = start(shell, program, "--apply", "--undo", root, quarantine);
        assertEquals(0, undone.exitCode(), undone.output());
        assertEquals(before, tree.content());
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void whatIsReadIsWhatIsRun() throws IOException {
        byte[] bytes = Files.readAllBytes(script(hostileFiles(tree)));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7f), "printable ASCII only");
        assertTrue(text.contains("\\012"), "a line feed in a name is spelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox", "ksh", "zsh", "mksh"})
    void treesOfHostileNamesAreMeant(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        String odd = "b\u202e%s\n\u001b[2J'\\041*";
        Tree other = Tree.in(folder, "other");
        tree.file("worm", "a");
        other.file("worm", "a");
        Path script = script(quarantine(1, "worm", place("plain *", "a")), quarantine(2, "worm", place(odd, "a")));
        Outcome outcome = start(shell, script.toString(), "--apply", "--tree", "plain *=" + tree.root(), "--tree", odd + "=" + other.root(),
                shelf.root().toString());
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertEquals(Map.of("", "folder"), tree.content());
        assertEquals(Map.of("", "folder"), other.content());
    }

    private Outcome start(String shell, String script, String... arguments) {
        if (!shell.equals("busybox")) {
            return run(shell, script, arguments);
        }
        List<String> rest = new ArrayList<>(List.of(script));
        rest.addAll(List.of(arguments));
        return run("busybox", "sh", rest.toArray(String[]::new));
    }

    /** What a terminal would obey is spelled out, and every file has one line. */
    private static void assertOnlyShows(String text) {
        assertTrue(text.chars().allMatch(unit -> unit == '\n' || unit == '\t' || unit >= ' ' && unit < 0x7f), text);
        assertTrue(text.lines().count() <= HostileNames.onDisk().size() + 2, text);
    }

    @Test
    void aChangedFileStays() throws IOException {
        tree.file("changed since", "a");
        tree.file("worm", "b");
        Outcome outcome = apply(quarantine(1, "worm", place("", "a")), quarantine(2, "worm", place("", "b")));
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("change 1: LEFT, it cannot be read or has changed"), outcome.output());
        assertEquals(Map.of("", "folder", "/a", "file changed since"), tree.content());
        assertEquals("file worm", shelf.content().get("/tree-1/b"));
    }

    @Test
    void onAMachineWithoutItThereIsNothingToDo() throws IOException {
        Outcome outcome = apply(quarantine(1, "worm", place("", "not", "there")));
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.output().contains("change 1: not there: not/there"), outcome.output());
    }

    @Test
    void nothingIsReachedThroughALinkedFolder() throws IOException {
        Tree outside = Tree.in(folder, "outside");
        outside.file("worm", "deep", "evil");
        Files.createSymbolicLink(tree.path("link"), outside.root());
        Outcome outcome = apply(quarantine(1, "worm", place("", "link", "deep", "evil")));
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("LEFT, a folder above it is a link or no folder"), outcome.output());
        assertEquals("file worm", outside.content().get("/deep/evil"));
    }

    @Test
    void nothingIsPutThroughALinkInTheQuarantine() throws IOException {
        Tree outside = Tree.in(folder, "outside");
        Files.createDirectory(shelf.path("tree-1"));
        Files.createSymbolicLink(shelf.path("tree-1", "a"), outside.root());
        tree.file("worm", "a", "evil");
        Outcome outcome = apply(quarantine(1, "worm", place("", "a", "evil")));
        assertEquals(1, outcome.exitCode());
        assertEquals(Map.of("", "folder"), outside.content());
        assertEquals("file worm", tree.content().get("/a/evil"));
    }

    @Test
    void whatIsNoRegularFileStays() throws IOException {
        Programs.assumeThereIs("mkfifo");
        Files.createSymbolicLink(tree.path("link"), tree.file("worm", "target"));
        Programs.run(tree.root(), "mkfifo", "pipe");
        Files.createDirectory(tree.path("folder"));
        Map<String, String> before = tree.content();
        Outcome outcome = apply(quarantine(1, "worm", place("", "link")), quarantine(2, "", place("", "pipe")),
                quarantine(3, "", place("", "folder")));
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("0 done, 0 done earlier, 0 not there, 3 left"), outcome.output());
        assertEquals(before, tree.content());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        tree.file("worm", "a");
        shelf.file("evidence", "tree-1", "a");
        Step[] files = {quarantine(1, "worm", place("", "a"))};
        assertEquals(1, run(files, tree.root().toString(), shelf.root().toString()).exitCode());
        assertTrue(apply(files).output().contains("LEFT, something is already where it would go"));
        assertEquals("file worm", tree.content().get("/a"));
        assertEquals("file evidence", shelf.content().get("/tree-1/a"));
    }

    @Test
    void undoLeavesWhatChangedOrHasNoFreePlace() throws IOException {
        tree.file("worm 1", "a");
        tree.file("worm 2", "b");
        tree.file("worm 3", "c");
        Step[] files = {quarantine(1, "worm 1", place("", "a")), quarantine(2, "worm 2", place("", "b")),
            quarantine(3, "worm 3", place("", "c"))};
        assertEquals(0, apply(files).exitCode());
        tree.file("new", "a");
        shelf.file("altered", "tree-1", "b");
        String[] arguments = {"--undo", tree.root().toString(), shelf.root().toString()};
        assertEquals(1, run(files, arguments).exitCode());
        assertEquals(Map.of("", "folder", "/a", "file new"), tree.content(), "an undo without --apply is a preview");
        Outcome outcome = run(files, "--undo", "--apply", tree.root().toString(), shelf.root().toString());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("1 done, 0 done earlier, 0 not there, 2 left"), outcome.output());
        assertEquals(Map.of("", "folder", "/a", "file new", "/c", "file worm 3"), tree.content());
    }

    @Test
    void aPreviewMakesNoQuarantineFolder() throws IOException {
        tree.file("worm", "a");
        Step[] files = {quarantine(1, "worm", place("", "a"))};
        Path later = folder.resolve("later");
        assertEquals(0, run(files, tree.root().toString(), later.toString()).exitCode());
        assertFalse(Files.exists(later));
        assertEquals(0, run(files, "--apply", tree.root().toString(), later.toString()).exitCode());
        assertTrue(Files.exists(later.resolve("tree-1/a")));
    }

    @Test
    void theQuarantineMayLieInTheTreeButIsNotTakenApart() throws IOException {
        tree.file("worm", "a");
        tree.file("kept", "q", "tree-1", "b");
        Step[] files = {quarantine(1, "worm", place("", "a")), quarantine(2, "kept", place("", "q", "tree-1", "b"))};
        Outcome outcome = run(files, "--apply", tree.root().toString(), tree.path("q").toString());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("change 2: LEFT, it lies in QUARANTINE"), outcome.output());
        assertEquals("file worm", tree.content().get("/q/tree-1/a"));
    }

    @Test
    void severalTreesAreNamedEach() throws IOException {
        Tree second = Tree.in(folder, "second");
        tree.file("worm", "x");
        second.file("worm", "x");
        Step[] files = {quarantine(1, "worm", place("a", "x")), quarantine(2, "worm", place("a=b'$(touch pwned)", "x")),
            quarantine(3, "worm", place("", "x"))};
        Outcome outcome = run(files, "--apply", "--tree", "a=" + tree.root(), "--tree", "a=b'$(touch pwned)=" + second.root(),
                shelf.root().toString());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("change 3: LEFT, the ROOT of its tree was not given"), outcome.output());
        assertEquals("file worm", shelf.content().get("/tree-1/x"));
        assertEquals("file worm", shelf.content().get("/tree-2/x"));
        assertFalse(Files.exists(folder.resolve("pwned")));
    }

    @Test
    void aTreeWithANameMayBeNamedToo() throws IOException {
        tree.file("worm", "x");
        assertEquals(0, run(new Step[] {quarantine(1, "worm", place("C:", "x"))}, "--tree", "C:=" + tree.root(),
                shelf.root().toString()).exitCode());
    }

    @Test
    void awkwardFoldersOfTheUserWork() throws IOException {
        Tree odd = new Tree(Files.createDirectory(folder.resolve("-odd 'na\nme\n")));
        odd.file("worm", "x");
        Step[] files = {quarantine(1, "worm", place("", "x"))};
        assertEquals(0, run(files, "--apply", "--", odd.root().getFileName().toString(), "./- q\n").exitCode());
        assertTrue(Files.exists(folder.resolve("- q\n/tree-1/x")));
    }

    @Test
    void aWrongCallDoesNothing() throws IOException {
        Path file = tree.file("worm", "a");
        Step[] files = {quarantine(1, "worm", place("", "a"))};
        String root = tree.root().toString();
        String quarantine = shelf.root().toString();
        for (String[] wrong : new String[][] {{}, {root}, {"--apply", root}, {root, quarantine, "x"}, {"--force", root, quarantine},
            {"--apply", "--tree"}, {"--apply", "--tree", "D:=" + root, quarantine}, {"--apply", "", quarantine}, {"--apply", root, ""},
            {"--apply", root + "/none", quarantine}, {"--apply", root, root + "/no/ne"}, {"--apply", root, file.toString()},
            {"--apply", file.toString(), quarantine}, {"--apply", root, root}, {"--apply", root, folder.toString()},
            {"--apply", root, "/"}, {"--apply", root, folder + "/q/.."}}) {
            Outcome outcome = run(files, wrong);
            assertEquals(2, outcome.exitCode(), String.join(" ", wrong) + ": " + outcome.output());
            assertEquals("file worm", tree.content().get("/a"), String.join(" ", wrong));
        }
    }

    @Test
    void theScriptIsCleanToTheShellsAndToShellcheck() throws IOException {
        String script = script(hostileFiles(tree)).toString();
        assertEquals(0, run("sh", "-n", script).exitCode());
        Programs.assumeThereIs("shellcheck");
        Path plain = script(quarantine(1, "worm", place("C:", "a")), quarantine(2, "worm", place("D:", "a")));
        assertEquals("", Programs.run(folder, "shellcheck", "-s", "sh", plain.toString()).output());
    }

    @Test
    void namesThatLeadElsewhereOrHaveNoBytesAreRefused() {
        for (String[] names : new String[][] {{}, {".."}, {"a", "..", "b"}, {"."}, {"a", ""}, {"a/b"}, {"/etc/passwd"}, {"a\0b"},
                {"\ud83d"}}) {
            assertTrue(ShellScript.refusal(quarantine(1, "", place("", names)).action()).isPresent(), String.join("|", names));
        }
        assertTrue(ShellScript.refusal(quarantine(1, "", place("\ud83d", "a")).action()).isPresent());
        HostileNames.onDisk().forEach(name -> assertEquals(Optional.empty(), ShellScript.refusal(quarantine(1, "", place("",
                name)).action()), name));
    }
}
