package org.assay.ui.presenter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.assay.app.ComparedGaps;
import org.assay.app.SnapshotSheet;
import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownComparison;

/** What could not be read, and remarks on how the rest was read. */
public final class GapsPresenter {

    private static final int REASON = 2;

    private final TablePresenter<Row> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(REASON, false), _ -> Tint.NONE);

    /**
     * One place.
     *
     * @param snapshot whose place it is, as {@code #1}; empty where that is not known
     * @param remark whether nothing is lost there
     */
    public record Row(String snapshot, Location location, String reason, String said, boolean remark) {

        private static Row of(String snapshot, Gap gap) {
            return new Row(snapshot, gap.location(), DisplayText.of(gap.reason()), gap.detail(), false);
        }
    }

    /** The gaps of a snapshot and the remarks on it. */
    static List<Row> rows(SnapshotSheet sheet) {
        String snapshot = "#" + sheet.snapshot().id();
        return Stream.concat(sheet.gaps().stream().map(gap -> Row.of(snapshot, gap)),
                sheet.remarks().stream().map(remark -> new Row(snapshot, remark.location(), Texts.of("gaps.remark"), remark.text(), true)))
                        .toList();
    }

    /** These gaps of both sides of a comparison. */
    static List<Row> rows(ShownComparison comparison, ComparedGaps gaps) {
        return Stream.concat(gaps.baseline().stream().map(gap -> Row.of("#" + comparison.baseline().id(), gap)),
                gaps.suspect().stream().map(gap -> Row.of("#" + comparison.suspect().id(), gap))).toList();
    }

    /** Places of either side that name something which starts and could not be understood. */
    static List<Row> unread(List<Gap> unread) {
        return unread.stream().map(gap -> Row.of("", gap)).toList();
    }

    private static List<GridColumn<Row>> columns() {
        return List.of(
                GridColumn.fixed(Texts.of("snapshot"), 94, Row::snapshot, Comparator.comparing(Row::snapshot)),
                GridColumn.<Row>stretching(Texts.of("location"), 200, row -> DisplayText.line(row.location().text()))
                        .ordered(Comparator.comparing(Row::location, Location.ORDER)).tinted(_ -> Tint.PATH),
                GridColumn.<Row>fixed(Texts.of("gaps.reason"), 110, Row::reason, Comparator.comparing(Row::remark)
                        .thenComparing(Row::reason))
                        .tinted(row -> row.remark() ? Tint.QUIET : Tint.MEDIUM),
                GridColumn.stretching(Texts.of("gaps.detail"), 200, row -> DisplayText.line(row.said())));
    }

    public void show(List<Row> rows) {
        table.show(rows);
    }

    public TablePresenter<Row> table() {
        return table;
    }
}
