package org.assay.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.assay.model.Gap;
import org.assay.model.Location;

/** What neither side of a comparison could read. */
final class GapsPresenter {

    private final TablePresenter<SideGap> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(0, false), _ -> Tint.NONE);

    /** A gap and the snapshot it is in. */
    record SideGap(long snapshot, Gap gap) {
    }

    GapsPresenter(ShownComparison comparison) {
        List<SideGap> gaps = new ArrayList<>();
        comparison.baselineGaps().forEach(gap -> gaps.add(new SideGap(comparison.baseline().id(), gap)));
        comparison.suspectGaps().forEach(gap -> gaps.add(new SideGap(comparison.suspect().id(), gap)));
        table.show(gaps);
    }

    private static List<Column<SideGap>> columns() {
        return List.of(
                Column.fixed("Snapshot", 80, side -> "#" + side.snapshot(), Comparator.comparingLong(SideGap::snapshot)),
                Column.<SideGap>stretching("Location", 260, side -> Words.line(side.gap().location().text()))
                        .ordered(Comparator.comparing(side -> side.gap().location(), Location.ORDER)).tinted(_ -> Tint.PATH),
                Column.fixed("Reason", 110, side -> Words.of(side.gap().reason()), Comparator.comparing(side -> side.gap().reason())),
                Column.stretching("What was said", 260, side -> Words.line(side.gap().detail())));
    }

    TablePresenter<SideGap> table() {
        return table;
    }
}
