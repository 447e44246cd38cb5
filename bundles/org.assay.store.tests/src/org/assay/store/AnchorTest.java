package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.item.Item;
import org.assay.model.text.Sha256;
import org.assay.testkit.ChildJvm;
import org.assay.testkit.FileMode;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A case that is older or other than what was last written is noticed. */
class AnchorTest extends CaseTest {

    private int tags;

    @Test
    void anOlderCopyIsRefusedUnlessItIsMeant() throws IOException {
        tag("one");
        Path old = Files.copy(caseFile.file(), folder.resolve("old"));
        tag("two");
        tag("three");
        Files.copy(old, caseFile.file(), StandardCopyOption.REPLACE_EXISTING);
        assertRefused("is older than what was last written to it: 4 times", "has the first 2");
        Files.delete(anchor());
        caseFile = CaseFile.open(caseFile.file());
        assertEquals(1, caseFile.tags().size());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseWritesItWhateverTheMaskAllows() throws Exception {
        caseFile.close();
        Files.delete(anchor());
        Process capture = ChildJvm.startAfter("umask 000", List.of(CaseFile.class, Item.class, Driver.class), CaseWriter.class,
                caseFile.file().toString(), "10");
        try (InputStream out = capture.getInputStream()) {
            int read = out.read();
            while (read != '!' && read >= 0) {
                read = out.read();
            }
        } finally {
            capture.destroyForcibly().waitFor();
        }
        assertTrue(FileMode.isWrittenByOwnerOnly(anchor()));
    }

    @Test
    void anotherCaseInItsPlaceIsRefused() throws IOException {
        Path other = folder.resolve("other.mv.db");
        CaseFile.create(other).close();
        caseFile.close();
        Files.copy(other, caseFile.file(), StandardCopyOption.REPLACE_EXISTING);
        assertRefused("is not the one that was last written here", "its digest is");
    }

    @Test
    void aCaseThatIsNewerOrHasNoAnchorOpens() throws IOException {
        byte[] before = Files.readAllBytes(anchor());
        tag("one");
        Files.write(anchor(), before);
        reopen();
        caseFile.close();
        for (String text : List.of("", "assay anchor 1\n", "assay anchor 1\n99\nyesterday\n" + "0".repeat(64) + "\n",
                "assay anchor 2\n99\n2026-01-01T00:00:00Z\n" + "0".repeat(64) + "\n")) {
            Files.writeString(anchor(), text);
            reopen();
        }
        Path copy = Files.createDirectory(folder.resolve("handed over")).resolve("case.mv.db");
        caseFile.close();
        Files.copy(caseFile.file(), copy);
        try (CaseFile read = CaseFile.openToRead(copy)) {
            assertEquals(1, read.tags().size());
        }
        assertFalse(Files.exists(Path.of(copy + ".anchor")));
    }

    @Test
    void whereNothingCanBeNotedTheCaseIsWrittenAllTheSame() throws IOException {
        Files.delete(anchor());
        Files.createDirectories(anchor().resolve("in the way"));
        tag("one");
        assertEquals(1, tags);
    }

    private void assertRefused(String... words) {
        for (AssayException refused : List.of(assertThrows(AssayException.class, () -> CaseFile.open(caseFile.file())),
                assertThrows(AssayException.class, () -> CaseFile.openToRead(caseFile.file())))) {
            assertEquals(ErrorCode.CASE_FILE, refused.code());
            for (String word : words) {
                assertTrue(refused.getMessage().contains(word), refused.getMessage());
            }
            assertTrue(refused.getMessage().contains(anchor().getFileName().toString()), refused.getMessage());
        }
    }

    private Path anchor() {
        return Path.of(caseFile.file() + ".anchor");
    }

    /** Tags a file and closes the case. */
    private void tag(String name) {
        reopen();
        caseFile.saveTags(List.of(new Tag("pc", Location.file("C:", name), Sha256.of(), Decision.ACCEPT, "", "me", Instant.EPOCH)));
        tags = caseFile.tags().size();
        caseFile.close();
    }
}
