package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.GapSentences;
import org.assay.app.SnapshotSheet;
import org.assay.app.Verified;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.Verification;
import org.assay.model.text.Labels;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownSnapshot;

/** Says all there is to say of the selected snapshot. */
public final class SnapshotPresenter {

    private final GapsPresenter gaps = new GapsPresenter();

    /** What could not be read of what is shown, and remarks on how the rest was read. */
    public GapsPresenter gaps() {
        return gaps;
    }

    /** Shows this snapshot, and says what is to be said of it; empty while it is still to be read. */
    public Optional<DetailsPage> show(Optional<ShownSnapshot> shown) {
        gaps.show(shown.map(ShownSnapshot::sheet).map(GapsPresenter::rows).orElse(List.of()));
        return shown.map(SnapshotPresenter::page);
    }

    private static DetailsPage page(ShownSnapshot shown) {
        SnapshotSheet sheet = shown.sheet();
        List<DetailsPage.Remark> remarks = new ArrayList<>();
        sheet.warnings().forEach(warning -> remarks.add(DetailsPage.Remark.of(tint(sheet.snapshot()), DisplayText.sentence(warning))));
        GapSentences.ofResuming(sheet.snapshot(), Texts.of("snapshot.resume")).map(DisplayText::sentence)
                .ifPresent(can -> remarks.add(DetailsPage.Remark.of(Tint.NONE, sheet.obstacle().map(DisplayText::line).orElse(can))));
        shown.verified().ifPresent(outcome -> remarks.add(verified(outcome)));
        shown.ofCase().forEach(remark -> remarks.add(DetailsPage.Remark.of(Tint.MEDIUM, DisplayText.sentence(remark))));
        for (SnapshotSheet.Section section : sheet.sections()) {
            remarks.add(DetailsPage.Remark.of(Tint.QUIET, Labels.capital(section.title())));
            section.lines().forEach(line -> remarks.add(DetailsPage.Remark.of(Tint.NONE, "    " + line.label() + ": " + line.text())));
        }
        return new DetailsPage(heading(sheet), tint(sheet.snapshot()), remarks, List.of());
    }

    private static DetailsPage.Remark verified(Verified outcome) {
        return DetailsPage.Remark.of(outcome.found().map(SnapshotPresenter::tint).orElse(Tint.HIGH),
                Labels.capital(DisplayText.line(outcome.text())));
    }

    private static Tint tint(Verification found) {
        return switch (found) {
            case ALL -> Tint.ACCEPT;
            case BLOCKS -> Tint.MEDIUM;
        };
    }

    private static String heading(SnapshotSheet sheet) {
        Snapshot snapshot = sheet.snapshot();
        return "#" + snapshot.id() + "  " + DisplayText.of(snapshot.role()) + "  " + sheet.state() + "  "
                + DisplayText.line(snapshot.host());
    }

    private static Tint tint(Snapshot snapshot) {
        return Tint.of(snapshot.state());
    }
}
