package org.assay.remedy;

import static org.assay.remedy.HostileSteps.item;
import static org.assay.remedy.Tree.place;
import static org.assay.testkit.Items.details;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.text.FileName;
import org.assay.remedy.plan.Action;
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

/** remedy.sh puts back, in real shells on real files. */
@DisabledOnOs(OS.WINDOWS)
class ShellRestoreTest {

    @TempDir
    private Path folder;
    private Tree tree;
    private Tree shelf;
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void makeFolders() {
        tree = Tree.in(folder, "tree");
        shelf = Tree.in(folder, "quarantine");
    }

    private void add(Action action) {
        steps.add(new Step(steps.size() + 1, action, "because"));
    }

    private void gold(String content) throws IOException {
        HostileSteps.gold(folder, content);
    }

    private Outcome run(String shell, String... arguments) throws IOException {
        Path script = folder.resolve("remedy.sh");
        try (OutputStream out = Files.newOutputStream(script)) {
            ShellScript.write(steps, "ab".repeat(32), out);
        }
        List<String> command = new ArrayList<>(shell.equals("busybox") ? List.of("busybox", "sh") : List.of(shell));
        command.add(script.toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(tree.root().toString(), shelf.root().toString()));
        return Programs.run(folder, command.toArray(String[]::new));
    }

    private void link(String target, String... names) throws IOException {
        HostileSteps.link(tree, target, names);
    }

    private void everything() throws IOException {
        steps.addAll(HostileSteps.everything(tree, folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox", "ksh", "zsh", "mksh"})
    void everythingIsPutBackAndComesBackAgain(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        everything();
        tree.file("kept", "bystander");
        Map<String, String> before = tree.content();

        Outcome preview = run(shell);
        assertEquals(0, preview.exitCode(), preview.output());
        assertEquals(before, tree.content());
        assertEquals(Map.of("", "folder"), shelf.content());

        Outcome applied = run(shell, "--apply");
        assertEquals(0, applied.exitCode(), applied.output());
        Map<String, String> after = tree.content();
        assertEquals(List.of("file good", "file good", "file good", "file here", "file kept"),
                after.values().stream().filter(what -> what.startsWith("file ")).sorted().toList());
        assertTrue(after.values().stream().anyMatch(what -> what.startsWith("link -good\n")), after::toString);
        assertFalse(after.keySet().stream().anyMatch(name -> name.startsWith("/evil") || name.contains(".new")), after::toString);

        Outcome again = run(shell, "--apply");
        assertEquals(0, again.exitCode(), again.output());
        assertTrue(again.output().contains("\n0 done, "), again.output());
        assertEquals(after, tree.content());

        for (int time = 0; time < 2; time++) {
            Outcome undone = run(shell, "--undo", "--apply");
            assertEquals(0, undone.exitCode(), undone.output());
            assertEquals(before, tree.content());
            assertEquals(0, run(shell, "--apply").exitCode());
            assertEquals(after, tree.content());
        }
        assertFalse(Files.exists(folder.resolve("pwned")));
        assertTrue(Files.readString(shelf.root().resolve("remedy-log.txt"), StandardCharsets.ISO_8859_1).chars()
                .allMatch(unit -> unit == '\n' || unit == '\t' || unit >= ' ' && unit < 0x7f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox"})
    void killedAtAnyMomentAndRunAgainItEndsAsIfItHadNotBeen(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        Programs.assumeThereIs("timeout");
        everything();
        Map<String, String> before = tree.content();
        assertEquals(0, run(shell, "--apply").exitCode());
        Map<String, String> after = tree.content();
        assertEquals(0, run(shell, "--undo", "--apply").exitCode());
        assertEquals(before, tree.content());
        for (int moment = 1; moment <= 24; moment++) {
            killAfter(shell, moment, "--apply");
            Outcome whole = run(shell, "--apply");
            assertEquals(0, whole.exitCode(), whole.output());
            assertEquals(after, tree.content());
            killAfter(shell, moment, "--undo --apply");
            Outcome undone = run(shell, "--undo", "--apply");
            assertEquals(0, undone.exitCode(), undone.output());
            assertEquals(before, tree.content());
        }
    }

    /** Runs with a PATH whose moving and copying programs kill the shell at their call number {@code moment}, before or after they act. */
    private void killAfter(String shell, int moment, String options) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(folder.resolve("count"), "");
        for (String tool : List.of("mv", "cp", "ln", "mkdir", "rmdir", "rm", "chmod")) {
            Files.writeString(tools.resolve(tool), """
                    #!/bin/sh
                    printf x >> '%1$s/count'
                    calls=$(wc -c < '%1$s/count')
                    [ "$calls" -ne %3$d ] || [ $((%3$d %% 2)) -eq 0 ] || kill -9 $PPID
                    /bin/%2$s "$@"
                    code=$?
                    [ "$calls" -ne %3$d ] || kill -9 $PPID
                    exit $code
                    """.formatted(folder, tool, moment));
            Files.setPosixFilePermissions(tools.resolve(tool), PosixFilePermissions.fromString("rwx------"));
        }
        Path script = folder.resolve("killed/remedy.sh");
        Files.createDirectories(script.getParent());
        String text = Files.readString(folder.resolve("remedy.sh"));
        Files.writeString(script, text.replace("PATH=/usr/bin", "PATH=" + tools + ":/usr/bin"));
        List<String> command = new ArrayList<>(shell.equals("busybox") ? List.of("busybox", "sh") : List.of(shell));
        command.add(script.toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("--gold", folder.resolve("gold").toString(), tree.root().toString(), shelf.root().toString()));
        Programs.run(folder, command.toArray(String[]::new));
    }

    @Test
    void oneBrokenPreconditionRefusesThatStepOnly() throws IOException {
        everything();
        tree.file("changed since", "o'd %s\\041\n$(touch pwned)`x`;&\u202e*", "changed");
        Outcome outcome = run("sh", "--apply");
        assertEquals(1, outcome.exitCode(), outcome.output());
        assertEquals(1, outcome.output().lines().filter(line -> line.contains("LEFT")).count(), outcome.output());
        assertTrue(outcome.output().contains("change 1: LEFT, it cannot be read or has changed"), outcome.output());
        assertTrue(tree.content().containsValue("file changed since"));
    }

    @Test
    void contentComesFromTheGoldFolderOnlyWithTheRightDigest() throws IOException {
        add(new Action.RestoreFile(1, file(place("C:", "a", "x"), "good"), Optional.empty()));
        Files.createDirectories(tree.path("a"));
        Path gold = Files.createDirectories(folder.resolve("image"));
        Outcome none = run("sh", "--apply", "--gold", gold.toString());
        assertEquals(1, none.exitCode());
        assertTrue(none.output().contains("no copy with its SHA-256 was found"), none.output());
        Files.createDirectories(gold.resolve("a"));
        Files.writeString(gold.resolve("a/x"), "forged");
        assertEquals(1, run("sh", "--apply", "--gold", gold.toString()).exitCode());
        Files.writeString(gold.resolve("a/x"), "good");
        assertEquals(0, run("sh", "--apply", "--gold", gold.toString()).exitCode());
        assertEquals("file good", tree.content().get("/a/x"));
    }

    @Test
    void noGoldIsReadThroughALink() throws IOException {
        add(new Action.RestoreFile(1, file(place("C:", "a", "x"), "good"), Optional.empty()));
        Files.createDirectories(tree.path("a"));
        Path gold = Files.createDirectories(folder.resolve("image"));
        Files.createDirectories(folder.resolve("real"));
        Files.writeString(folder.resolve("real/x"), "good");
        Files.createSymbolicLink(gold.resolve("a"), folder.resolve("real"));
        assertEquals(1, run("sh", "--apply", "--gold", gold.toString()).exitCode());
    }

    @Test
    void withoutAGoldCopyWhatIsThereStays() throws IOException {
        tree.file("bad", "win.ini");
        add(new Action.RestoreFile(1, file(place("", "win.ini"), "good"), Optional.of(file(place("", "win.ini"), "bad"))));
        assertEquals(1, run("sh", "--apply").exitCode());
        assertEquals("file bad", tree.content().get("/win.ini"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox"})
    void modeAndTimeAreTheBaselinesAndComeBack(String shell) throws IOException {
        Programs.assumeThereIs(shell);
        gold("good");
        Instant was = Instant.parse("2001-02-03T04:05:06.123456789Z");
        String me = Files.getOwner(folder).getName();
        FileItem baseline = owned(new FileItem(place("", "put"), FileKind.FILE, 4, FileTimes.modifiedAt(was), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.of(sha256("good")), Optional.empty(), FileDetails.NONE), 04750, me, me);
        add(new Action.RestoreFile(1, baseline, Optional.empty()));
        Path given = tree.file("same", "given");
        Files.setLastModifiedTime(given, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.setPosixFilePermissions(given, PosixFilePermissions.fromString("rwxrwxrwx"));
        FileItem present = owned(new FileItem(place("", "given"), FileKind.FILE, 4,
                FileTimes.modifiedAt(Instant.parse("2020-01-01T00:00:00Z")),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(sha256("same")), Optional.empty(), FileDetails.NONE),
                        0777,
                me, me);
        FileItem before = owned(new FileItem(place("", "given"), FileKind.FILE, 4, FileTimes.modifiedAt(was), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(sha256("same")), Optional.empty(), FileDetails.NONE), 0640, me, me);
        add(new Action.RestoreAttributes(2, before, present));
        Outcome applied = run(shell, "--apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertEquals(04750, ((int) Files.getAttribute(tree.path("put"), "unix:mode")) & 07777);
        assertEquals(0640, ((int) Files.getAttribute(given, "unix:mode")) & 07777);
        for (String name : List.of("put", "given")) {
            assertEquals(was.getEpochSecond(), Files.getLastModifiedTime(tree.path(name)).toInstant().getEpochSecond(), name);
        }
        assertEquals(0, run(shell, "--apply", "--undo").exitCode());
        assertEquals(0777, ((int) Files.getAttribute(given, "unix:mode")) & 07777);
        assertEquals(Instant.parse("2020-01-01T00:00:00Z"), Files.getLastModifiedTime(given).toInstant());
    }

    @Test
    void extendedAttributesAreTheBaselines() throws IOException {
        Programs.assumeThereIs("setfattr");
        gold("good");
        FileItem baseline = detailed(file(place("", "put"), "good"), details(1, Set.of(), "it's 100%\n\u00e9"));
        add(new Action.RestoreFile(1, baseline, Optional.empty()));
        Path given = tree.file("same", "given");
        Programs.run(tree.root(), "setfattr", "-n", "user.evil", "-v", "x", "given");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("user"), "the file system keeps extended attributes");
        FileItem present = detailed(file(place("", "given"), "same"), FileDetails.NONE.withExtended(
                new TreeMap<>(Map.of("user.evil", org.assay.model.text.Bytes.ofHex("78")))));
        add(new Action.RestoreAttributes(2, detailed(file(place("", "given"), "same"), details(1, Set.of(), "new")), present));
        Outcome applied = run("sh", "--apply");
        assertEquals(0, applied.exitCode(), applied.output());
        assertEquals("it's 100%\n\u00e9", new String((byte[]) Files.getAttribute(tree.path("put"), "user:x"), StandardCharsets.UTF_8));
        assertEquals("new", new String((byte[]) Files.getAttribute(given, "user:x"), StandardCharsets.UTF_8));
        assertEquals(Map.of("x", 3), Files.readAttributes(given, "user:*").keySet().stream().collect(
                java.util.stream.Collectors.toMap(name -> name, _ -> 3)));
        assertEquals(0, run("sh", "--apply", "--undo").exitCode());
        assertEquals(Set.of("evil"), Files.readAttributes(given, "user:*").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox", "ksh", "zsh", "mksh"})
    void onTheRunningSystemWhatRunsTheFileIsEndedAndNothingElse(String shell) throws Exception {
        Programs.assumeThereIs(shell);
        assumeTrue(Files.exists(Path.of("/proc/self/exe")), "the system has /proc");
        Path program = folder.resolve("sleeper");
        Path twin = folder.resolve("twin");
        Files.copy(Path.of("/bin/sleep"), program);
        Files.copy(Path.of("/bin/sleep"), twin);
        Process evil = new ProcessBuilder(program.toString(), "300").start();
        Process good = new ProcessBuilder(twin.toString(), "300").start();
        try {
            List<String> names = new ArrayList<>(List.of(""));
            program.toRealPath().forEach(name -> names.add(name.toString()));
            FileItem item = new FileItem(Location.file("", names.subList(1, names.size()).toArray(String[]::new)), FileKind.FILE, 0,
                    FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.of(Bytes.of(Files.readAllBytes(program))), Optional.empty(), FileDetails.NONE);
            add(new Action.StopProcesses(1, item));
            tree = new Tree(Path.of("/"));
            Outcome preview = run(shell);
            assertTrue(preview.output().contains("would be no longer run by 1 processes"), preview.output());
            assertTrue(evil.isAlive());
            assertEquals(0, run(shell, "--apply").exitCode());
            assertTrue(evil.waitFor(1, java.util.concurrent.TimeUnit.MINUTES));
            assertTrue(good.isAlive());
        } finally {
            evil.destroyForcibly();
            good.destroyForcibly();
        }
    }

    /** The SHA-256 of bytes. */
    private static final class Bytes {
        static org.assay.model.text.Bytes of(byte[] content) {
            return org.assay.model.text.Bytes.ofHex(ExportFolder.sha256(content));
        }
    }

    @Test
    void everyHostileNameIsPutBack() throws IOException {
        gold("good");
        for (String name : HostileNames.onDisk()) {
            add(new Action.RestoreFile(steps.size() + 1, item(FileKind.DIRECTORY, place("", name), ""), Optional.empty()));
            add(new Action.RestoreFile(steps.size() + 1, file(place("", name, name), "good"), Optional.empty()));
            if (!name.isEmpty() && FileName.hasKnownBytes(name)) {
                add(new Action.RestoreFile(steps.size() + 1, item(FileKind.LINK, place("", name, "L"), name), Optional.empty()));
            }
        }
        steps.removeIf(step -> ShellScript.refusal(step.action()).isPresent());
        Outcome outcome = run("sh", "--apply");
        assertEquals(0, outcome.exitCode(), outcome.output());
        assertEquals(HostileNames.onDisk().size(), tree.content().values().stream().filter("file good"::equals).count());
        assertFalse(Files.exists(folder.resolve("pwned")));
    }
}
