package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.PartialCopy;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.testkit.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part of a case is handed over: what is in it is as it was sealed, and nothing of the rest is among its bytes. */
class PartialCopierTest extends CaseTest {

    /** It can hardly be made smaller, so the file would be as large where it was only marked as free. */
    private static final byte[] SECRET = secret();
    private static final byte[] KEPT = "kept".getBytes(StandardCharsets.UTF_8);

    private byte[] statement;
    private Path file;

    @BeforeEach
    void captureCompareSealAndTag() {
        capture("pc", KEPT);
        capture("pc", KEPT);
        capture("other", SECRET);
        FileItem gone = file(KEPT);
        for (long suspect : new long[] {2, 3}) {
            caseFile.saveComparison(1, suspect, ComparisonBasis.USUAL, List.of(Change.of(1, ChangeKind.REMOVED, Optional.of(gone),
                    Optional.empty(), Set.of(), List.of())), List.of());
        }
        caseFile.saveTags(Stream.of("pc", "other").map(host -> new Tag(host, Location.file("C:", "a"), Sha256.of(), Decision.REPAIR, "",
                "me", Instant.EPOCH)).toList());
        statement = caseFile.custody().statement(caseFile.snapshot(2));
        caseFile.custody().seal(2, Bytes.copyOf(statement), Instant.EPOCH, "by somebody");
        caseFile.custody().seal(3, Bytes.copyOf(KEPT), Instant.EPOCH, "by somebody");
    }

    @Test
    void whatIsInTheCopyIsAsItWasSealedAndTheLogTellsWhatIsNot() {
        PartialCopy copy = copy(1, 2);
        assertEquals(List.of(3L), copy.leftOut().stream().map(one -> one.snapshot()).toList());
        assertEquals(List.of(2L), copy.leftOut().getFirst().comparisons());
        assertEquals(List.of(2L), copy.leftOut().getFirst().seals());
        try (CaseFile part = CaseFile.openToRead(file)) {
            part.verifyAll(Progress.NONE);
            assertEquals(copy.head(), part.custody().verify());
            assertEquals(Optional.of(copy.digest()), part.digest());
            assertEquals(List.of(1L, 2L), part.snapshots().stream().map(one -> one.id()).toList());
            assertEquals(List.of(1L), part.comparisons().stream().map(one -> one.id()).toList());
            assertEquals(List.of("pc"), part.tags().stream().map(Tag::host).toList());
            assertEquals(List.of(2L), part.custody().seals().stream().map(one -> one.snapshot()).toList());
            assertEquals(List.of(), part.custody().check(2, statement).differences());
            assertEquals(List.of("comparison 2", "seal 2", "snapshot 3"), part.custody().entries().stream()
                    .filter(entry -> entry.action() == CustodyAction.REMOVED).map(entry -> entry.subject().text()).toList());
        }
        caseFile.verifyAll(Progress.NONE);
        caseFile.custody().verify();
        assertEquals(Optional.of(copy.digest().digest().sha256()), caseFile.custody().entries().getLast().subject().sha256());
        assertEquals(3, caseFile.snapshots().size());
    }

    @Test
    void nothingOfTheRestIsLeftAmongTheBytesOfTheCopy() throws IOException {
        copy(2);
        assertTrue(Files.size(caseFile.file()) > SECRET.length / 2, "the case itself holds it");
        assertTrue(Files.size(file) < SECRET.length / 2, () -> "the copy has " + file.toFile().length() + " bytes");
        try (CaseFile part = CaseFile.openToRead(file)) {
            assertEquals(List.of(), part.comparisons());
            assertTrue(part.view(2).content(Sha256.of(SECRET)).isEmpty());
            assertTrue(caseFile.view(3).content(Sha256.of(SECRET)).isPresent());
            assertTrue(part.view(2).content(Sha256.of(KEPT)).isPresent());
        }
        copy(3);
        assertEquals(0, Files.list(folder).filter(Files::isDirectory).count(), "nothing is left beside the copies");
    }

    @Test
    void allOfItIsACopyAsWell() {
        PartialCopy copy = copy(1, 2, 3);
        assertEquals(List.of(), copy.leftOut());
        try (CaseFile whole = CaseFile.openToRead(file)) {
            whole.verifyAll(Progress.NONE);
            assertEquals(List.of(), whole.custody().check(2, statement).differences());
        }
    }

    @Test
    void whatIsThereOrAnUnknownSnapshotIsRefusedAndLeavesNothing() throws IOException {
        long entries = caseFile.custody().head().entries();
        assertEquals(ErrorCode.WRONG_USAGE, assertThrows(AssayException.class, () -> copy(1, 9)).code());
        Path target = Files.writeString(folder.resolve("copy-1.mv.db"), "somebody's");
        assertEquals(ErrorCode.CASE_FILE, assertThrows(AssayException.class, () -> copy(1)).code());
        assertEquals("somebody's", Files.readString(target));
        assertFalse(Files.exists(folder.resolve("copy-1-9.mv.db")));
        assertEquals(entries, caseFile.custody().head().entries());
    }

    private PartialCopy copy(long... snapshots) {
        TreeSet<Long> chosen = new TreeSet<>();
        String name = "copy";
        for (long snapshot : snapshots) {
            chosen.add(snapshot);
            name += "-" + snapshot;
        }
        file = folder.resolve(name + ".mv.db");
        return new PartialCopier(chosen, file).run(caseFile, Progress.NONE);
    }

    private void capture(String host, byte[] content) {
        SnapshotWriter writer = caseFile.newSnapshot(host, Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        writer.item(file(content));
        writer.content(Sha256.of(content), content);
        writer.finish(SnapshotState.COMPLETE, Reading.NONE);
    }

    private static byte[] secret() {
        byte[] random = new byte[700_000];
        new Random(7).nextBytes(random);
        return Base64.getEncoder().encode(random);
    }

    private static FileItem file(byte[] content) {
        return Items.file(Location.file("C:", "a"), new String(content, StandardCharsets.UTF_8));
    }
}
