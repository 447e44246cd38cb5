package org.assay.ui.presenter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownComparison;
import org.assay.ui.work.ShownLead;

/** What the view of leads shows, without a display. */
public final class LeadsPresenter implements ComparisonPresenter {

    private final TablePresenter<Row> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(0, true), _ -> Tint.NONE);
    private Optional<ShownComparison> shown = Optional.empty();

    /**
     * One lead.
     *
     * @param place its place among all, from 0; the first is to be looked at first
     * @param decided how many of its changes have a tag
     */
    record Row(int place, ShownLead lead, int decided) {
    }

    private static List<GridColumn<Row>> columns() {
        return List.of(
                GridColumn.<Row>fixed(Texts.of("severity"), 92, LeadsPresenter::severity, Comparator.comparingInt(Row::place).reversed())
                        .tinted(row -> row.lead().severity().map(Tint::of).orElse(Tint.QUIET)),
                GridColumn.fixed(Texts.of("leads.score"), 66, row -> row.lead().severity().isPresent()
                        ? "%,d".formatted(row.lead().score()) : "", Comparator.comparingInt(row -> row.lead().score())),
                GridColumn.fixed(Texts.of("leads.changes"), 80, row -> "%,d".formatted(row.lead().changes().size()),
                        Comparator.comparingInt(row -> row.lead().changes().size())),
                GridColumn.<Row>fixed(Texts.of("leads.decided"), 80, LeadsPresenter::decided, Comparator.comparingInt(Row::decided))
                        .tinted(row -> row.decided() == row.lead().changes().size() ? Tint.ADDED : Tint.NONE),
                GridColumn.<Row>stretching(Texts.of("leads.lead"), 300, row -> DisplayText.line(row.lead().story().getFirst()))
                        .tinted(row -> row.lead().severity().isPresent() ? Tint.NONE : Tint.QUIET));
    }

    private static String severity(Row row) {
        return row.lead().severity().map(DisplayText::of).orElseGet(() -> Texts.of("leads.explained"));
    }

    private static String decided(Row row) {
        return row.decided() == 0 ? "" : row.decided() == row.lead().changes().size() ? Texts.of("leads.all")
                : "%,d".formatted(row.decided());
    }

    @Override
    public TablePresenter<?> table() {
        return table;
    }

    @Override
    public void show(Optional<ShownComparison> comparison) {
        shown = comparison;
        tagsChanged();
    }

    /** Counts again how many changes of each have a tag. */
    public void tagsChanged() {
        table.show(shown.map(LeadsPresenter::rows).orElse(List.of()));
    }

    private static List<Row> rows(ShownComparison comparison) {
        List<ShownLead> leads = comparison.leads();
        return IntStream.range(0, leads.size()).mapToObj(place -> new Row(place, leads.get(place), (int) leads.get(place).changes().stream()
                .filter(number -> comparison.tag(number).isPresent()).count())).toList();
    }

    /** {@code 11 leads}, and how much is explained, or what to do to see some. */
    @Override
    public String summary() {
        return shown.map(comparison -> comparison.story().isEmpty() ? Texts.of("leads.soon") : found(comparison))
                .orElse(Texts.of("changes.none"));
    }

    private static String found(ShownComparison comparison) {
        long leads = comparison.leads().stream().filter(lead -> lead.severity().isPresent()).count();
        int explained = comparison.leads().stream().filter(lead -> lead.severity().isEmpty()).mapToInt(lead -> lead.changes().size())
                .sum();
        return (leads == 0 ? Texts.of("leads.none") : DisplayText.count(leads, "lead"))
                + (explained == 0 ? "" : "   " + Texts.of("leads.summary", DisplayText.count(explained, "change")));
    }

    /** Why what is not listed must not be called clean. */
    @Override
    public Incompleteness incompleteness() {
        return shown.map(comparison -> Incompleteness.ofChanges(comparison, "")).orElse(Incompleteness.NONE);
    }

    /** The lead in the first of these visible rows. */
    public Optional<ShownLead> lead(int... rows) {
        return rows.length == 0 ? Optional.empty() : Optional.of(table.row(rows[0]).lead());
    }

    /** The visible row of this lead. */
    public OptionalInt rowOf(ShownLead lead) {
        return table.find(row -> row.lead().equals(lead));
    }
}
