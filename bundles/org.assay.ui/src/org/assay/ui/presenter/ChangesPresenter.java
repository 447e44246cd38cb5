package org.assay.ui.presenter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownComparison;
import org.assay.ui.work.ShownLead;

/** What the view of changes shows and does, without a display. */
public final class ChangesPresenter implements ComparisonPresenter {

    private static final int SEVERITY = 1;
    /** How much of a story is repeated above its changes, in one line. */
    private static final int MAX_STORY_LENGTH = 90;
    private static final Comparator<TaggedChange> BY_NUMBER = Comparator.comparingInt(tagged -> tagged.change().number());

    private final TablePresenter<TaggedChange> table = new TablePresenter<>(columns(),
            new TablePresenter.Sorting(SEVERITY, true), tagged -> Tint.of(tagged.change().kind()));
    private ChangeFilter filter = ChangeFilter.ALL;
    private Optional<ShownComparison> shown = Optional.empty();

    private static List<GridColumn<TaggedChange>> columns() {
        return List.of(
                GridColumn.fixed(Texts.of("changes.number"), 56, tagged -> Integer.toString(tagged.change().number()), BY_NUMBER),
                GridColumn.<TaggedChange>fixed(Texts.of("severity"), 92, tagged -> DisplayText.of(tagged.change().severity()),
                        Comparator.comparing(TaggedChange::change, Change.MOST_SEVERE_FIRST.reversed()))
                        .tinted(tagged -> Tint.of(tagged.change().severity())),
                GridColumn.fixed(Texts.of("changes.change"), 80, tagged -> DisplayText.of(tagged.change().kind()),
                        Comparator.comparing(tagged -> tagged.change().kind())),
                GridColumn.<TaggedChange>stretching(Texts.of("location"), 300,
                        tagged -> DisplayText.line(tagged.change().location().text()))
                        .ordered(BY_NUMBER).tinted(_ -> Tint.PATH),
                GridColumn.fixed(Texts.of("changes.differs"), 104, tagged -> differences(tagged.change()),
                        Comparator.comparing(tagged -> differences(tagged.change()))),
                GridColumn.<TaggedChange>fixed(Texts.of("changes.tag"), 100, tagged -> tagged.tag()
                        .map(tag -> DisplayText.of(tag.decision())).orElse(""),
                        Comparator.comparingInt(ChangesPresenter::decisionOrder))
                        .tinted(tagged -> tagged.tag().map(tag -> Tint.of(tag.decision())).orElse(Tint.NONE)),
                GridColumn.stretching(Texts.of("changes.finding"), 180, tagged -> firstSentence(tagged.change())));
    }

    private static int decisionOrder(TaggedChange tagged) {
        return tagged.tag().map(tag -> tag.decision().ordinal()).orElse(-1);
    }

    private static String differences(Change change) {
        String attributes = Arrays.stream(Attribute.values()).filter(change.attributes()::contains).map(DisplayText::of)
                .collect(Collectors.joining(", "));
        String origin = change.kind() == ChangeKind.MOVED
                ? change.before().map(Item::location).map(before -> Texts.of("changes.was", before.text())).orElse("") : "";
        return DisplayText.line(origin.isEmpty() || attributes.isEmpty() ? origin + attributes : origin + "; " + attributes);
    }

    private static String firstSentence(Change change) {
        return change.explanation().map(Explanation::text)
                .or(() -> change.findings().stream().findFirst().map(Finding::sentence)).map(DisplayText::line).orElse("");
    }

    @Override
    public TablePresenter<TaggedChange> table() {
        return table;
    }

    @Override
    public void show(Optional<ShownComparison> comparison) {
        shown = comparison;
        filter = filter.lead(Optional.empty());
        table.filter(filter.predicate());
        table.show(comparison.map(ShownComparison::changes).orElse(List.of()));
    }

    public ChangeFilter filter() {
        return filter;
    }

    public void filter(ChangeFilter requested) {
        filter = requested;
        table.filter(requested.predicate());
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
        return Arrays.stream(rows).mapToObj(row -> table.row(row).change().number()).toList();
    }

    /** The visible row of the change with this number. */
    public OptionalInt rowOf(int number) {
        return table.find(tagged -> tagged.change().number() == number);
    }

    /** Filters again after tags changed, if they matter to what is visible. */
    public void tagsChanged() {
        if (filter.untaggedOnly()) {
            table.refresh();
        }
    }
}
