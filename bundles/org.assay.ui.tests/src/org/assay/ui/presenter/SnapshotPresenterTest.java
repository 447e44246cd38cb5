package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.assay.app.Verified;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Verification;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.ShownSnapshot;
import org.junit.jupiter.api.Test;

class SnapshotPresenterTest {

    private final SnapshotPresenter presenter = new SnapshotPresenter();

    private DetailsPage page(SnapshotState state) {
        return page(new ShownSnapshot(Samples.sheet(state), List.of(), Optional.empty()));
    }

    private DetailsPage page(ShownSnapshot shown) {
        return presenter.show(Optional.of(shown)).orElseThrow();
    }

    private static List<String> texts(DetailsPage page) {
        return page.remarks().stream().map(DetailsPage.Remark::text).toList();
    }

    @Test
    void whatMustNotBeOverlookedComesFirst() {
        DetailsPage page = page(SnapshotState.PARTIAL);

        assertEquals("#2  suspect  PARTIAL  ward\\u{202e}-12", page.heading());
        assertEquals(Tint.MEDIUM, page.tint());
        assertEquals(DetailsPage.Remark.of(Tint.MEDIUM,
                "Not everything could be read (gaps: 2 (access denied 2)): nothing there can be called clean."), page.remarks().getFirst());
        assertEquals(2, presenter.gaps().table().rowCount());
    }

    @Test
    void coverageAndEnvironmentAreAllSaid() {
        List<String> texts = texts(page(SnapshotState.COMPLETE));

        assertTrue(texts.containsAll(List.of("Snapshot 2", "    items: 1,234", "    content hashed: 5,600,000 bytes", "    gaps: 0",
                "    label: \\x07", "    read from: tree C\\n:: /evidence/\\u{202e}c (found in what was asked for)",
                "Attempt 1 of 1", "    user: e\\u{202e}ve",
                "    machine: lab\\n", "    clock's time zone: UTC", "    Assay: 0.1.0")), texts.toString());
    }

    @Test
    void nothingOfTheSnapshotBeforeIsLeftWhileTheNextIsRead() {
        page(SnapshotState.PARTIAL);

        assertEquals(Optional.empty(), presenter.show(Optional.empty()));
        assertEquals(0, presenter.gaps().table().rowCount());
    }

    @Test
    void anUnfinishedSnapshotSaysHowToGoOn() {
        for (SnapshotState state : List.of(SnapshotState.RUNNING, SnapshotState.CANCELLED, SnapshotState.FAILED)) {
            DetailsPage page = page(state);
            assertEquals(Tint.HIGH, page.tint());
            assertEquals(List.of("It does not hold everything that was asked for.", "File > Resume Capture resumes it."),
                    texts(page).subList(0, 2));
        }
        assertTrue(texts(page(SnapshotState.PARTIAL)).contains("When more can be read, File > Resume Capture makes a new snapshot and "
                + "hashes only what is missing or was touched since."));
        assertFalse(texts(page(SnapshotState.COMPLETE)).toString().contains("Resume"));
    }

    @Test
    void whatVerifyingToldIsSaidInItsColour() {
        Verified right = new Verified(2, Optional.of(Verification.ALL), "every item is what it was");
        Verified wrong = new Verified(2, Optional.empty(), "In the case \u202e snapshot 2 was altered.");

        assertTrue(page(new ShownSnapshot(Samples.sheet(SnapshotState.COMPLETE), List.of(), Optional.of(right))).remarks()
                .contains(DetailsPage.Remark.of(Tint.ACCEPT, "Verified: every item is what it was")));
        assertTrue(page(new ShownSnapshot(Samples.sheet(SnapshotState.COMPLETE), List.of(), Optional.of(wrong))).remarks()
                .contains(DetailsPage.Remark.of(Tint.HIGH, "Verification failed: In the case \\u{202e} snapshot 2 was altered.")));
    }

    @Test
    void whatIsWrongInTheWholeCaseIsSaidOfEachSnapshot() {
        assertTrue(page(new ShownSnapshot(Samples.sheet(SnapshotState.COMPLETE), List.of("a clock was set back"), Optional.empty()))
                .remarks().contains(DetailsPage.Remark.of(Tint.MEDIUM, "A clock was set back.")));
    }
}
