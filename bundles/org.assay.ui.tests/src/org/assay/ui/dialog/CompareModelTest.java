package org.assay.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.app.policy.KnownSources;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.ui.Samples;
import org.junit.jupiter.api.Test;

class CompareModelTest {

    private final CompareModel model = new CompareModel(List.of(
            Samples.snapshot(1, "gold", Role.BASELINE, SnapshotState.COMPLETE, "old"),
            Samples.snapshot(2, "gold", Role.BASELINE, SnapshotState.PARTIAL, "new"),
            Samples.snapshot(3, "ward-12", Role.SUSPECT, SnapshotState.COMPLETE, ""),
            Samples.snapshot(4, "ward\n12", Role.VERIFICATION, SnapshotState.CANCELLED, "")), List.of());

    @Test
    void itBeginsWithTheLatestWholeBaselineAndTheLatestWholeOther() {
        assertEquals(new CompareSnapshots(2, 3, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL), model.request());
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void aSnapshotIsNotComparedWithItself() {
        model.baseline(2);

        assertEquals(Optional.of("Choose two different snapshots."), model.problem());
    }

    @Test
    void aSnapshotThatIsNotWholeIsNotCompared() {
        model.suspect(3);

        assertEquals(Optional.of("Snapshot 4 is CANCELLED: it does not hold everything that was asked for, so what it lacks would look "
                + "removed; resume its capture or capture again."), model.problem());
    }

    @Test
    void gapsAreWarnedOfBeforehand() {
        assertEquals(Optional.of("#2: not everything could be read (gaps: 2 (access denied 2)): nothing there can be called clean."),
                model.warning());

        model.baseline(0);
        assertEquals(Optional.empty(), model.warning());
    }

    @Test
    void choicesTellSnapshotsApart() {
        assertEquals("#1 gold, baseline “old”, 2000-05-04 12:00:00 UTC, complete", model.choices().getFirst());
        assertTrue(model.choices().getLast().startsWith("#4 ward\\n12, verification, "));
    }
}
