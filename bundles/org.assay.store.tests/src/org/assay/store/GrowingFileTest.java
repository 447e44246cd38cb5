package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Migrations;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.Test;

/** Readers take no lock, so whoever writes must leave all that was written where it is. */
class GrowingFileTest extends CaseTest {

    private static final int HEADER_BYTES = 2 * 4096;

    @Test
    void whileACaseIsWrittenNothingButItsHeaderIsWrittenOver() {
        CasePath path = CasePath.of(caseFile.file());
        closeCase();
        LoggedFiles.begin();
        try (CaseFile logged = new CaseOpening(path, LoggedFiles.SCHEME + ":" + path.existing(), Migrations.standard(),
                CaseSchema.standard(), CaseWait.NONE, Operator.UNKNOWN).toWrite()) {
            SnapshotWriter writer = logged.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
            NumberedItems.first(100_000).forEach(writer::item);
            writer.flush();
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
            for (int round = 0; round < 5; round++) {
                logged.saveTags(tags());
                logged.removeTags(tags());
            }
            long end = HEADER_BYTES;
            int writes = 0;
            for (DiskEvent event : LoggedFiles.log()) {
                if (event instanceof DiskEvent.Write(_, long position, byte[] bytes) && position >= HEADER_BYTES && !isReserved(bytes)) {
                    long before = end;
                    assertTrue(position >= before, () -> "written over at " + position + " where the file went to " + before);
                    end = position + bytes.length;
                    writes++;
                } else if (event instanceof DiskEvent.Truncate(_, long size)) {
                    long before = end;
                    assertTrue(size >= before, () -> "cut off at " + size + " where the file went to " + before);
                }
            }
            assertTrue(writes > 10, writes + " writes");
        }
    }

    private static boolean isReserved(byte[] bytes) {
        return IntStream.range(0, bytes.length).allMatch(at -> bytes[at] == 0);
    }

    private static List<Tag> tags() {
        return IntStream.range(0, 2000)
                .mapToObj(number -> new Tag("pc", Location.file("C:", "file " + number), Sha256.of(), Decision.ACCEPT,
                "", "me", Instant.EPOCH)).toList();
    }
}
