package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownComparison;
import org.assay.ui.work.ShownLead;
import org.junit.jupiter.api.Test;

class LeadsPresenterTest {

    private static final int SEVERITY = 0;
    private static final int CHANGES = 2;
    private static final int DECIDED = 3;

    private final LeadsPresenter presenter = new LeadsPresenter();
    private final ShownComparison comparison = Samples.shown(withExplained());

    /** Four changes, of which 2 and 1 are leads, and two more that a package explains. */
    private static List<TaggedChange> withExplained() {
        List<TaggedChange> changes = new ArrayList<>(Samples.fourChanges());
        for (int number = 5; number <= 6; number++) {
            Change change = Samples.added(number, Items.file("C:/package/" + number, "new"));
            changes.add(Samples.untagged(change.explainedBy(new Explanation(ExplanationKind.PACKAGE, "package ba\u202esh", "dpkg", "as it"
                    + " records"))));
        }
        return changes;
    }

    private List<String> column(int column) {
        return IntStream.range(0, presenter.table().rowCount()).mapToObj(row -> presenter.table().text(row, column)).toList();
    }

    @Test
    void leadsComeFirstAndThenWhatIsExplained() {
        presenter.show(Optional.of(comparison));

        assertEquals(List.of("high", "medium", "explained"), column(SEVERITY));
        assertEquals(List.of("1", "1", "2"), column(CHANGES));
        assertEquals(Tint.QUIET, presenter.table().cellTint(2, SEVERITY));
        assertEquals("2 leads   2 changes explained", presenter.summary());
        assertTrue(presenter.table().text(2, 4).startsWith("package ba\\u{202e}sh (vouched"), presenter.table().text(2, 4));
    }

    @Test
    void whatIsDecidedIsCounted() {
        presenter.show(Optional.of(comparison));
        assertEquals(List.of("", "", ""), column(DECIDED));

        TaggedChange worm = comparison.change(2).orElseThrow();
        TaggedChange explained = comparison.change(5).orElseThrow();
        comparison.tagged(List.of(tagged(worm), tagged(explained)));
        presenter.tagsChanged();

        assertEquals(List.of("all", "", "1"), column(DECIDED));
    }

    private static TaggedChange tagged(TaggedChange change) {
        return new TaggedChange(change.change(), Optional.of(Samples.tag(change.change().location(), Decision.ACCEPT, "")));
    }

    @Test
    void aLeadIsFoundByItsRowAndBack() {
        presenter.show(Optional.of(comparison));
        ShownLead lead = presenter.lead(1).orElseThrow();

        assertEquals(List.of(1), lead.changes());
        assertEquals(OptionalInt.of(1), presenter.rowOf(lead));
        assertEquals(Optional.empty(), presenter.lead());
    }

    @Test
    void theChangesOfALeadAreShownAloneAndExplainedOnesOnlyWhenAskedFor() {
        ChangesPresenter changes = new ChangesPresenter();
        changes.show(Optional.of(comparison));
        assertTrue(changes.summary().startsWith("4 of 6 changes, 2 explained changes rolled up"), changes.summary());

        changes.filter(ChangeFilter.ALL.lead(Optional.of(comparison.leads().getFirst())));
        assertEquals(List.of(2), changes.numbers(0));
        assertEquals(1, changes.table().rowCount());
        changes.filter(ChangeFilter.ALL.lead(Optional.of(comparison.leads().getLast())));
        assertEquals(2, changes.table().rowCount());
        changes.filter(ChangeFilter.ALL.explained(true));
        assertEquals(6, changes.table().rowCount());
        changes.filter(ChangeFilter.ALL.text("package"));
        assertEquals(2, changes.table().rowCount(), "who looks for something finds it");
    }

    @Test
    void theDetailsTellTheStoryOfALeadThatIsSelected() {
        DetailsPage page = new DetailsPresenter().show(Optional.of(comparison), Selection.of(comparison.leads().getFirst())).orElseThrow();

        assertTrue(page.heading().startsWith("Lead  high  score "), page.heading());
        assertEquals("C:\\WINDOWS\\worm.vbs changed.", page.remarks().getFirst().text());
    }

    @Test
    void withoutAComparisonItSaysWhatToDo() {
        presenter.show(Optional.empty());

        assertEquals("Select a comparison in the Case view.", presenter.summary());
        assertEquals(Incompleteness.NONE, presenter.incompleteness());
    }
}
