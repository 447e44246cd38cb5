package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.ChangeList;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.junit.jupiter.api.Test;

class ShownComparisonTest {

    @Test
    void changesAreFoundByNumberEvenWhenSomeNumbersAreMissing() {
        List<TaggedChange> changes = new ArrayList<>();
        for (int number = 3; number < 100; number += 7) {
            changes.add(Samples.untagged(Samples.added(number, Items.file("C:/" + number, ""))));
        }
        ShownComparison shown = Samples.shown(changes);

        for (int number = 0; number < 110; number++) {
            boolean there = number >= 3 && number < 100 && (number - 3) % 7 == 0;
            assertEquals(there ? Optional.of(number) : Optional.empty(), shown.change(number).map(tagged -> tagged.change().number()));
        }
    }

    @Test
    void leadsAndStartupEntriesComeAfterTheChanges() {
        ShownComparison known = Samples.shown(Samples.fourChanges());
        ShownComparison early = new ShownComparison(new ChangeList(known.comparison(), known.baseline(), known.suspect(),
                Samples.fourChanges(), List.of(), List.of(), List.of(), List.of()));

        assertEquals(known.rows(), early.rows());
        assertEquals(List.of(1, 0, 3, 2), early.rows().stream().map(ChangeRow::rank).toList());
        assertEquals(List.of(), early.leads());
        early.tell(known.story().orElseThrow());
        assertEquals(known.leads(), early.leads());
        assertFalse(early.leads().isEmpty());
    }

    @Test
    void tagsComeAndGo() {
        ShownComparison shown = Samples.shown(Samples.fourChanges());
        TaggedChange first = shown.change(1).orElseThrow();

        shown.tagged(List.of(new TaggedChange(first.change(),
                Optional.of(Samples.tag(first.change().location(), Decision.ACCEPT, "")))));
        assertEquals(Optional.of(Decision.ACCEPT), shown.change(1).orElseThrow().tag().map(tag -> tag.decision()));
        shown.untagged(List.of(1, 3));

        assertTrue(shown.rows().stream().allMatch(row -> shown.tag(row.number()).isEmpty()));
    }
}
