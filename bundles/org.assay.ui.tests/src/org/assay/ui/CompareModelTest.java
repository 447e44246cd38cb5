package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.assay.app.CompareSnapshots;
import org.assay.model.Role;
import org.assay.model.SnapshotState;
import org.junit.jupiter.api.Test;

class CompareModelTest {

    private final CompareModel model = new CompareModel(List.of(
            Samples.snapshot(1, "gold", Role.BASELINE, SnapshotState.COMPLETE, "old"),
            Samples.snapshot(2, "gold", Role.BASELINE, SnapshotState.PARTIAL, "new"),
            Samples.snapshot(3, "ward-12", Role.SUSPECT, SnapshotState.COMPLETE, ""),
            Samples.snapshot(4, "ward\n12", Role.VERIFICATION, SnapshotState.CANCELLED, "")));

    @Test
    void itBeginsWithTheLatestWholeBaselineAndTheLatestWholeOther() {
        assertEquals(new CompareSnapshots(2, 3), model.request());
        assertEquals(Optional.empty(), model.problem());
        assertEquals(Optional.empty(), model.warning());
    }

    @Test
    void aSnapshotIsNotComparedWithItself() {
        model.baseline(2);

        assertEquals(Optional.of("Choose two different snapshots."), model.problem());
    }

    @Test
    void aSnapshotThatIsNotWholeIsWarnedOf() {
        model.suspect(3);

        assertEquals(Optional.of("#4 is not whole (cancelled): what it lacks will show as a change."), model.warning());
        assertEquals(new CompareSnapshots(2, 4), model.request());
    }

    @Test
    void choicesTellSnapshotsApart() {
        assertEquals("#1 gold, baseline “old”, 2000-05-04 12:00:00 UTC, complete", model.choices().getFirst());
        assertTrue(model.choices().getLast().startsWith("#4 ward\\n12, verification, "));
    }
}
