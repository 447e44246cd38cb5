package org.assay.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.store.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeferredSnapshotTest {

    @Test
    void whatCannotBeMarkedAsFailedIsSaidToBeRunning(@TempDir Path folder) throws IOException {
        try (CaseFile made = CaseFile.create(folder.resolve("case"))) {
            DeferredSnapshot snapshot = new DeferredSnapshot(
                    () -> made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()));
            assertEquals(Optional.empty(), snapshot.fail(new IOException("nothing was begun")));
            snapshot.remark(new Remark(Location.file("C:"), "the first thing that was read"));
            made.close();
            assertEquals(Optional.of("Snapshot 1 could not even be marked as failed: as far as the case has it, it is still called RUNNING"
                    + " and can be resumed."), snapshot.fail(new IOException("the disk is full")));
        }
    }
}
