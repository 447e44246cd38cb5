package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.Case;
import org.assay.cli.command.ExitCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Comparison;

/** A case that somebody made or altered so that merging it does harm: it is refused or named, and the case that takes it stays whole. */
class HostileMergeTest {

    private static final String HOST = "pc\n\u001b[2J\u202e=cmd|";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private String ours;
    private String theirs;
    private String keys;
    private String password;

    @BeforeEach
    void twoCasesThatHaveNothingInCommon() throws IOException {
        ours = folder.resolve("ours").toString();
        theirs = folder.resolve("theirs").toString();
        keys = folder.resolve("keys.p12").toString();
        password = Files.writeString(folder.resolve("password"), "secret").toString();
        shell.run("keys", "new", "ann", "--holder", "Ann", "--keys", keys, "--password-file", password);
        for (String file : new String[] {ours, theirs}) {
            assertEquals(ExitCode.OK, shell.run("case", "new", file));
        }
        capture(ours, "one", "baseline", "a");
        capture(ours, "one", "suspect", "b");
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", ours, "1", "2"), shell.err());
    }

    private void capture(String file, String host, String role, String content) throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("na\nme"), content);
        assertEquals(ExitCode.OK, shell.run("capture", "-c", file, "--host", host, "--role", role, "--tree", "C=" + tree), shell.err());
    }

    /** Numbers that mean something else in the other case, with gaps between them. */
    @Test
    void otherNumbersNameTheSameThingsAfterwards() throws IOException {
        capture(theirs, "gone", "baseline", "x");
        capture(theirs, HOST, "suspect", "worm");
        capture(theirs, HOST, "baseline", "gold");
        assertEquals(ExitCode.OK, shell.run("snapshots", "-c", theirs, "remove", "1", "--yes"), shell.err());
        assertEquals(ExitCode.DIFFERENT, shell.run("compare", "-c", theirs, "3", "2"), shell.err());
        assertEquals(ExitCode.OK, shell.run("tag", "-c", theirs, "quarantine", "--glob", "**", "--note", "\u001b[31m\nnote"), shell.err());
        assertEquals(ExitCode.OK, merge(), shell.err());
        assertFalse(shell.out().contains("\u001b") || shell.out().contains("\u202e"), shell.out());
        try (Case merged = opened(ours)) {
            merged.verifyAll(Progress.NONE);
            merged.verifyLog();
            assertEquals(List.of("one", "one", HOST, HOST), merged.snapshots().stream().map(one -> one.host()).toList());
            Comparison taken = merged.comparisons().getLast();
            assertEquals(List.of("BASELINE", "SUSPECT"), List.of(merged.snapshot(taken.baseline()).role().name(),
                    merged.snapshot(taken.suspect()).role().name()));
            assertEquals(List.of(HOST), merged.tags().stream().map(one -> one.host()).toList());
        }
        assertEquals(ExitCode.OK, shell.run("tags", "-c", ours), shell.err());
        assertFalse(shell.out().contains("\u001b") || shell.out().contains("\u202e"), shell.out());
    }

    @Test
    void aCaseMergedWithItselfBringsNothing() throws IOException {
        Path other = folder.resolve("link.mv.db");
        Files.createSymbolicLink(other, Path.of(ours + ".mv.db"));
        String before = content(ours);
        for (String same : new String[] {ours, other.toString()}) {
            int code = shell.run("case", "merge", ours, same, "--wait", "1");
            assertNotEquals(ExitCode.GAPS, code, shell.out() + shell.err());
            assertFalse(shell.out().contains("merged: 1") || shell.out().contains("merged: 2"), shell.out());
            assertEquals(before, content(ours));
        }
    }

    @Test
    void whatIsMergedTwiceIsThereOnce() throws IOException {
        capture(theirs, "two", "baseline", "c");
        assertEquals(ExitCode.OK, merge(), shell.err());
        String once = content(ours);
        assertEquals(ExitCode.OK, merge(), shell.err());
        assertTrue(shell.out().contains("merged: 0 snapshots, 0 comparisons, 0 tags") && shell.out().contains("1 snapshots were here"),
                shell.out());
        assertEquals(once, content(ours));
    }

    /** The seal of another case over a snapshot of the same number, put into this one in order. */
    @Test
    void aCaseWhoseSealDoesNotFitIsRefused() throws IOException {
        capture(theirs, "two", "baseline", "c");
        assertEquals(ExitCode.OK, shell.run("seal", "-c", ours, "1", "--keys", keys, "--password-file", password), shell.err());
        try (Case from = opened(ours); Case to = Case.open(Path.of(theirs + ".mv.db"))) {
            to.addSeal(1, from.seals().getFirst().message(), Instant.EPOCH, "by nobody");
        }
        refused("is not as it was sealed");
    }

    @Test
    void aCaseWithAnyBlockOfItsFileAlteredIsRefusedOrBringsWhatItHeld() throws IOException {
        capture(theirs, "two", "baseline", "c");
        Path file = Path.of(theirs + ".mv.db");
        byte[] whole = Files.readAllBytes(file);
        Path anchor = Path.of(theirs + ".mv.db.anchor");
        Files.deleteIfExists(anchor);
        byte[] before = Files.readAllBytes(Path.of(ours + ".mv.db"));
        int refused = 0;
        for (int at = 100; at < whole.length; at += whole.length / 12) {
            byte[] altered = whole.clone();
            Arrays.fill(altered, at, Math.min(at + 64, altered.length), (byte) 0x5a);
            Files.write(file, altered);
            int code = merge();
            refused += code == ExitCode.FAILED ? 1 : 0;
            assertTrue(code == ExitCode.FAILED || code == ExitCode.OK, shell.err());
            try (Case left = opened(ours)) {
                left.verifyAll(Progress.NONE);
                assertEquals(code == ExitCode.OK ? 3 : 2, left.snapshots().size(), shell.out() + shell.err());
            }
            Files.deleteIfExists(Path.of(ours + ".mv.db.anchor"));
            Files.write(Path.of(ours + ".mv.db"), before);
        }
        assertTrue(refused > 0);
    }

    @Test
    void aCaseThatIsCutOffIsRefused() throws IOException {
        capture(theirs, "two", "baseline", "c");
        Path file = Path.of(theirs + ".mv.db");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 4096, whole.length / 2, whole.length - 4096, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused("");
        }
    }

    /** Nothing of this case is lost: it holds what it held, and is whole. */
    private void refused(String why) {
        String before = content(ours);
        assertEquals(ExitCode.FAILED, merge(), shell.out());
        assertTrue(shell.err().contains(why), shell.err());
        assertEquals(before, content(ours));
    }

    private int merge() {
        return shell.run("case", "merge", ours, theirs, "--take", "ours");
    }

    /** The digest over all that a case holds, once everything was found to fit it. */
    private static String content(String file) {
        try (Case openCase = opened(file)) {
            openCase.verifyLog();
            return openCase.verifyAll(Progress.NONE).digest().hex();
        }
    }

    private static Case opened(String file) {
        return Case.openToRead(Path.of(file + ".mv.db"), CaseWait.NONE, "");
    }
}
