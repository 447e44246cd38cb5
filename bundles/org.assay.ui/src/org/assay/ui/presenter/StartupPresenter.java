package org.assay.ui.presenter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.snapshot.Glob;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Visible;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownComparison;

/** What the view of startup entries shows and does, without a display. */
public final class StartupPresenter implements ComparisonPresenter {

    private final TablePresenter<StartupRow> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(0, true),
            StartupPresenter::rowTint);
    private Optional<ShownComparison> shown = Optional.empty();
    private String filter = "";

    private static List<GridColumn<StartupRow>> columns() {
        return List.of(
                GridColumn.<StartupRow>fixed(Texts.of("severity"), 92, row -> DisplayText.of(row.severity()),
                        StartupRow.MOST_SEVERE_FIRST.reversed())
                        .tinted(row -> Tint.of(row.severity())),
                GridColumn.fixed(Texts.of("startup.entry"), 90, row -> DisplayText.of(row.change()),
                        Comparator.comparing(StartupRow::change)),
                GridColumn.fixed(Texts.of("startup.category"), 90, row -> DisplayText.line(row.entry().category()),
                        Comparator.comparing(row -> row.entry().category())),
                GridColumn.<StartupRow>stretching(Texts.of("location"), 130, row -> DisplayText.line(row.entry().location().text()))
                        .ordered(Comparator.comparing(row -> row.entry().location(), Location.ORDER)).tinted(_ -> Tint.PATH),
                GridColumn.fixed(Texts.of("startup.label"), 100, row -> DisplayText.line(row.entry().label()),
                        Comparator.comparing(row -> row.entry().label())),
                GridColumn.stretching(Texts.of("startup.command"), 130, row -> DisplayText.line(row.entry().command())),
                GridColumn.stretching(Texts.of("startup.target"), 130, StartupPresenter::target).tinted(_ -> Tint.PATH),
                GridColumn.<StartupRow>fixed(Texts.of("startup.targetVerdict"), 90, row -> DisplayText.of(row.target()),
                        Comparator.comparing(StartupRow::target))
                        .tinted(row -> targetTint(row.target())),
                GridColumn.fixed(Texts.of("startup.technique"), 92, row -> DisplayText.line(row.entry().technique()),
                        Comparator.comparing(row -> row.entry().technique())),
                GridColumn.fixed(Texts.of("startup.user"), 90, row -> DisplayText.line(row.entry().details().user()),
                        Comparator.comparing(row -> row.entry().details().user())),
                GridColumn.fixed(Texts.of("state"), 80, row -> DisplayText.of(row.entry().details().state()),
                        Comparator.comparing(row -> row.entry().details().state())));
    }

    private static String target(StartupRow row) {
        return row.entry().targetPath().isEmpty() ? "(" + DisplayText.of(row.entry().outcome()) + ")"
                : DisplayText.line(row.entry().targetPath());
    }

    private static Tint rowTint(StartupRow row) {
        return switch (row.change()) {
            case ADDED -> Tint.ADDED;
            case REMOVED -> Tint.REMOVED;
            case CHANGED -> Tint.MODIFIED;
            case UNCHANGED, PRESENT -> targetTint(row.target());
        };
    }

    private static Tint targetTint(TargetVerdict verdict) {
        return switch (verdict) {
            case ADDED -> Tint.ADDED;
            case MODIFIED -> Tint.MODIFIED;
            case MOVED -> Tint.MOVED;
            case MISSING -> Tint.REMOVED;
            case UNCHANGED, SAME_CONTENT, UNKNOWN -> Tint.NONE;
        };
    }

    @Override
    public TablePresenter<StartupRow> table() {
        return table;
    }

    @Override
    public void show(Optional<ShownComparison> comparison) {
        shown = comparison;
        table.show(comparison.map(ShownComparison::startup).orElse(List.of()));
    }

    /** Shows entries with {@code text} in location, label, command or target; without those that are as they were, when asked. */
    public void filter(String text, boolean changedOnly) {
        filter = text;
        Predicate<StartupRow> says = LocationPattern.glob(text).map(glob -> says(text, glob)).orElse(_ -> true);
        table.filter(row -> says.test(row) && !(changedOnly && isUnchanged(row)));
    }

    private static Predicate<StartupRow> says(String text, Glob glob) {
        String requested = text.strip().toLowerCase(Locale.ROOT);
        return row -> glob.matches(row.entry().location())
                || List.of(row.entry().label(), row.entry().command(), row.entry().targetPath()).stream()
                        .anyMatch(part -> Visible.text(part).toLowerCase(Locale.ROOT).contains(requested));
    }

    private static boolean isUnchanged(StartupRow row) {
        return row.change() == EntryChange.UNCHANGED
                && (row.target() == TargetVerdict.UNCHANGED || row.target() == TargetVerdict.UNKNOWN);
    }

    /** {@code 12 of 340 startup entries} of which snapshots, or what to do to see some. */
    @Override
    public String summary() {
        return shown.map(comparison -> comparison.story().isEmpty() ? Texts.of("startup.soon")
                : DisplayText.part(table.rowCount(), table.allRows(), "startup entry") + "   " + comparison.sides())
                .orElse(Texts.of("changes.none"));
    }

    /** Why what is not listed must not be called clean. */
    @Override
    public Incompleteness incompleteness() {
        return shown.map(comparison -> Incompleteness.ofStartup(comparison, filter)).orElse(Incompleteness.NONE);
    }

    /** What choosing these visible rows selects: the changes behind all of them, seen through the first. */
    public Selection selection(int... rows) {
        if (rows.length == 0) {
            return Selection.NONE;
        }
        List<Integer> changes = Arrays.stream(rows).mapToObj(table::row)
                .flatMap(row -> shown.flatMap(comparison -> comparison.changeOf(row)).stream()).distinct().toList();
        return Selection.of(table.row(rows[0]), changes);
    }
}
