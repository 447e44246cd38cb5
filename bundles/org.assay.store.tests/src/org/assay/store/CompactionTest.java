package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.text.Sha256;
import org.assay.testkit.ChildJvm;
import org.h2.Driver;
import org.assay.model.custody.Operator;
import org.junit.jupiter.api.Test;

class CompactionTest extends CaseTest {

    private static final int TAGS = 30_000;

    private final List<String> notices = new ArrayList<>();

    @Test
    void spaceThatNothingNeedsIsGivenBackWhenTheCaseIsClosed() throws IOException {
        close(() -> caseFile.saveTags(tags(Decision.ACCEPT)));
        close(() -> caseFile.saveTags(tags(Decision.REPAIR)));
        close(() -> caseFile.removeTags(caseFile.tags().subList(100, TAGS)));
        assertTrue(Files.size(caseFile.file()) < 2 << 20, () -> "the file has " + caseFile.file().toFile().length() + " bytes");
        assertTrue(notices.stream().anyMatch(notice -> notice.contains("was made smaller")), notices.toString());
        reopen();
        assertEquals(100, caseFile.tags().size());
    }

    @Test
    void whoeverCouldReadTheFileStillCanAndWhatACrashLeftBesideItIsRemoved() throws IOException {
        assumeTrue(Files.getFileStore(caseFile.file()).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(caseFile.file(), PosixFilePermissions.fromString("rw-r-----"));
        Path left = Files.writeString(Path.of(caseFile.file() + ".tempFile"), "half a case");
        close(() -> caseFile.saveTags(tags(Decision.ACCEPT)));
        close(() -> caseFile.removeTags(caseFile.tags()));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(caseFile.file())));
        assertFalse(Files.exists(left));
        assertTrue(Files.size(caseFile.file()) < 1 << 20);
    }

    @Test
    void aFileOfTwoNamesStaysOneFile() throws IOException {
        Path other = caseFile.file().resolveSibling("other.mv.db");
        close(() -> caseFile.saveTags(tags(Decision.ACCEPT)));
        Files.createLink(other, caseFile.file());
        close(() -> caseFile.removeTags(caseFile.tags()));
        assertEquals(Files.size(other), Files.size(caseFile.file()));
        assertTrue(Files.size(other) > 4 << 20);
    }

    @Test
    void nobodyWhoReadsLosesTheirPlace() throws Exception {
        close(() -> caseFile.saveTags(tags(Decision.ACCEPT)));
        notices.clear();
        Process reader = ChildJvm.start(List.of(CaseFile.class, Tag.class, Driver.class), CaseHolder.class,
                caseFile.file().toString(), "read");
        assertEquals('+', reader.getInputStream().read());
        close(() -> caseFile.removeTags(caseFile.tags()));
        assertEquals(List.of(), notices);
        reader.getOutputStream().close();
        assertEquals(0, reader.waitFor());
        close(() -> caseFile.saveTags(List.of()));
        assertEquals(1, notices.size());
        reopen();
        assertEquals(List.of(), caseFile.tags());
    }

    private void close(Runnable work) {
        caseFile.close();
        caseFile = CaseFile.open(caseFile.file(), new CaseWait(Duration.ZERO, notices::add, () -> false), Operator.UNKNOWN);
        work.run();
        caseFile.close();
    }

    private static List<Tag> tags(Decision decision) {
        return IntStream.range(0, TAGS).mapToObj(number -> new Tag("pc", Location.file("C:", "WINDOWS", "system32", "file " + number),
                Sha256.of(("file " + number).getBytes()), decision, "", "me", Instant.EPOCH)).toList();
    }
}
