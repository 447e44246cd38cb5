package org.assay.ui.presenter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.assay.model.change.Tag;
import org.assay.model.field.Attribute;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ChangeRow;
import org.assay.ui.work.ShownComparison;
import org.assay.ui.work.ShownLead;

/** What the view of changes shows and does, without a display. */
public final class ChangesPresenter implements ComparisonPresenter {

    private static final int SEVERITY = 1;
    /** How much of a story is repeated above its changes, in one line. */
    private static final int MAX_STORY_LENGTH = 90;

    private final TablePresenter<ChangeRow> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(SEVERITY, true),
            row -> Tint.of(row.kind()));
    private ChangeFilter filter = ChangeFilter.ALL;
    private Optional<ShownComparison> shown = Optional.empty();

    private List<GridColumn<ChangeRow>> columns() {
        return List.of(
                GridColumn.ranked(Texts.of("changes.number"), 56, row -> Integer.toString(row.number()), ChangeRow::number),
                GridColumn.<ChangeRow>ranked(Texts.of("severity"), 92, row -> DisplayText.of(row.severity()), row -> -row.rank())
                        .tinted(row -> Tint.of(row.severity())),
                GridColumn.ranked(Texts.of("changes.change"), 80, row -> DisplayText.of(row.kind()), row -> row.kind().ordinal()),
                GridColumn.<ChangeRow>stretching(Texts.of("location"), 300, row -> DisplayText.line(row.location().text()))
                        .rankedBy(ChangeRow::number).tinted(_ -> Tint.PATH),
                GridColumn.ranked(Texts.of("changes.differs"), 104, ChangesPresenter::differences, ChangesPresenter::differenceRank),
                GridColumn.<ChangeRow>ranked(Texts.of("changes.tag"), 100, row -> tag(row).map(tag -> DisplayText.of(tag.decision()))
                        .orElse(""), row -> tag(row).map(tag -> tag.decision().ordinal()).orElse(-1))
                        .tinted(row -> tag(row).map(tag -> Tint.of(tag.decision())).orElse(Tint.NONE)),
                GridColumn.<ChangeRow>stretching(Texts.of("changes.finding"), 180, row -> DisplayText.line(row.said()))
                        .rankedBy(ChangeRow::saidRank));
    }

    private Optional<Tag> tag(ChangeRow row) {
        return shown.flatMap(comparison -> comparison.tag(row.number()));
    }

    private static String differences(ChangeRow row) {
        String attributes = Arrays.stream(Attribute.values()).filter(row.differs()::contains).map(DisplayText::of)
                .collect(Collectors.joining(", "));
        String origin = row.was().isEmpty() ? "" : Texts.of("changes.was", row.was());
        return DisplayText.line(origin.isEmpty() || attributes.isEmpty() ? origin + attributes : origin + "; " + attributes);
    }

    /** Brings what differs in the same together. */
    private static int differenceRank(ChangeRow row) {
        return row.differs().stream().mapToInt(attribute -> 1 << attribute.ordinal() % (Integer.SIZE - 1)).sum();
    }

    @Override
    public TablePresenter<ChangeRow> table() {
        return table;
    }

    @Override
    public void show(Optional<ShownComparison> comparison) {
        shown = comparison;
        filter = filter.lead(Optional.empty());
        table.show(List.of());
        table.filter(passes());
        table.show(comparison.map(ShownComparison::rows).orElse(List.of()));
    }

    public ChangeFilter filter() {
        return filter;
    }

    public void filter(ChangeFilter requested) {
        filter = requested;
        table.filter(passes());
    }

    private Predicate<ChangeRow> passes() {
        return filter.predicate(row -> tag(row).isPresent());
    }

    /** {@code 12 of 340 changes} between which snapshots, or what to do to see some. */
    @Override
    public String summary() {
        return shown.map(comparison -> DisplayText.part(table.rowCount(), table.allRows(), "change") + rolledUp(comparison) + "   "
                + comparison.sides())
                .orElse(Texts.of("changes.none"));
    }

    private String rolledUp(ShownComparison comparison) {
        return filter.rollsUp() && comparison.explained() > 0
                ? Texts.of("changes.rolledUp", DisplayText.count(comparison.explained(), "explained change")) : "";
    }

    /** Says that the changes of {@code lead} are shown alone. */
    public static String followed(ShownLead lead) {
        String story = DisplayText.line(lead.story().getFirst());
        return Texts.of("changes.followed", DisplayText.count(lead.changes().size(), "change"),
                story.length() > MAX_STORY_LENGTH ? story.substring(0, MAX_STORY_LENGTH) + "…" : story);
    }

    /** Why what is not listed must not be called clean. */
    @Override
    public Incompleteness incompleteness() {
        return shown.map(comparison -> Incompleteness.ofChanges(comparison, filter.text())).orElse(Incompleteness.NONE);
    }

    /** The numbers of the changes in these visible rows. */
    public List<Integer> numbers(int... rows) {
        return Arrays.stream(rows).mapToObj(row -> table.row(row).number()).toList();
    }

    /** The visible row of the change with this number. */
    public OptionalInt rowOf(int number) {
        return table.find(row -> row.number() == number);
    }

    /** Whether tags matter to what is visible, so that after they changed it is to be filtered again. */
    public boolean followsTags() {
        return filter.untaggedOnly();
    }
}
