package org.assay.remedy;

import static org.assay.remedy.Tree.place;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.owned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.stream.Collectors;

import org.assay.remedy.offline.HiveFinder;
import org.assay.remedy.offline.MountedDisks;
import org.assay.remedy.offline.OfflineRemedy;
import org.assay.remedy.offline.PlanFile;
import org.assay.remedy.offline.StepResult;
import org.assay.remedy.offline.StepResult.Result;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;
import org.assay.testkit.FileMode;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Assay itself does what remedy.sh does, on real files; the two take back what the other did. */
@DisabledOnOs(OS.WINDOWS)
class OfflineFilesTest {

    private static final String PLAN = "ab".repeat(32);

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

    private List<StepResult> run(boolean apply, boolean undo) {
        Set<Integer> all = steps.stream().map(Step::number).collect(Collectors.toSet());
        return new OfflineRemedy(new PlanFile(folder, PLAN, steps, all, 0), new MountedDisks(Map.of("", tree.root()), shelf.root(),
                Optional.empty()), HiveFinder.NONE, apply, undo).run();
    }

    private static void assertAll(Set<Result> expected, List<StepResult> results) {
        assertEquals(List.of(), results.stream().filter(result -> !expected.contains(result.result())).toList());
    }

    private String texts(List<StepResult> results) {
        return results.stream().map(StepResult::text).collect(Collectors.joining("; "));
    }

    @Test
    void everythingIsPutBackAndComesBackAgain() throws IOException {
        steps.addAll(HostileSteps.everything(tree, folder));
        tree.file("kept", "bystander");
        Map<String, String> before = tree.content();
        assertAll(Set.of(Result.DONE), run(false, false));
        assertEquals(before, tree.content());
        assertEquals(Map.of("", "folder"), shelf.content());

        assertAll(Set.of(Result.DONE), run(true, false));
        Map<String, String> after = tree.content();
        assertEquals(List.of("file good", "file good", "file good", "file here", "file kept"),
                after.values().stream().filter(what -> what.startsWith("file ")).sorted().toList());
        assertAll(Set.of(Result.ALREADY, Result.ABSENT), run(true, false));
        assertEquals(after, tree.content());
        for (int time = 0; time < 2; time++) {
            assertAll(Set.of(Result.DONE), run(true, true));
            assertEquals(before, tree.content());
            assertAll(Set.of(Result.DONE), run(true, false));
            assertEquals(after, tree.content());
        }
    }

    @Test
    void whatOneDidTheOtherTakesBack() throws IOException {
        steps.addAll(HostileSteps.everything(tree, folder));
        Map<String, String> before = tree.content();
        run(true, false);
        Map<String, String> after = tree.content();
        assertEquals(0, shell("--undo", "--apply").exitCode());
        assertEquals(before, tree.content());
        assertEquals(0, shell("--apply").exitCode());
        assertEquals(after, tree.content());
        assertAll(Set.of(Result.DONE), run(true, true));
        assertEquals(before, tree.content());
    }

    private Outcome shell(String... options) throws IOException {
        Path script = folder.resolve("remedy.sh");
        try (OutputStream out = Files.newOutputStream(script)) {
            ShellScript.write(steps, PLAN, out);
        }
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(tree.root().toString(), shelf.root().toString()));
        return Programs.run(folder, command.toArray(String[]::new));
    }

    @Test
    void nobodyElseReadsWhatIsInQuarantine() throws IOException {
        steps.addAll(HostileSteps.everything(tree, folder));
        Files.delete(shelf.root());
        run(true, false);
        assertTrue(FileMode.isOwnerOnly(shelf.root()));
        assertTrue(FileMode.isOwnerOnly(shelf.path("remedy-log.txt")));
        assertTrue(FileMode.isOwnerOnly(shelf.path("tree-1")));
    }

    @Test
    void modeAndTimeAreGivenAndTakenBack() throws IOException {
        Path file = tree.file("same", "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        var owner = Files.getOwner(file).getName();
        steps.add(new Step(1, new Action.RestoreAttributes(1, owned(file(place("", "a"), "same"), 0640, owner, "no such group"),
                owned(file(place("", "a"), "same"), 0777, owner, owner)), "because"));
        List<StepResult> results = run(true, false);
        assertAll(Set.of(Result.LEFT), results);
        assertEquals("it was given its attributes, but the system did not let it have its group", texts(results));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(file(place("", "a"), "same").modified(), Files.getLastModifiedTime(file).toInstant());
        run(true, true);
        assertEquals("rwxrwxrwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nothingIsOverwrittenAndNoLinkFollowed() throws IOException {
        tree.file("worm", "a", "b");
        tree.file("other", "home");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("c"), "worm");
        Files.createSymbolicLink(tree.path("link"), elsewhere);
        steps.add(Tree.quarantine(1, "worm", place("", "a", "b")));
        steps.add(Tree.quarantine(2, "worm", place("", "link", "c")));
        steps.add(Tree.quarantine(3, "worm", place("", "..", "elsewhere", "c")));
        steps.add(new Step(4, new Action.MoveBack(4, file(place("", "home"), "worm"), file(place("", "a", "b"), "worm")), "because"));
        Files.createDirectories(shelf.path("tree-1", "a"));
        Files.writeString(shelf.path("tree-1", "a", "b"), "something else");
        Map<String, String> before = tree.content();
        List<StepResult> results = run(true, false);
        assertAll(Set.of(Result.LEFT), results);
        assertEquals("something is already where it would go; a folder above it is a link or no folder;"
                + " a name in its path would lead elsewhere; something is already where it would go", texts(results));
        assertEquals(before, tree.content());
        assertTrue(Files.exists(elsewhere.resolve("c")));
    }
}
