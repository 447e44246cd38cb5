package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.junit.jupiter.api.Test;

class TagHistoryTest {

    private final TagHistory history = new TagHistory();

    private static TagHistory.Step step(Decision decision) {
        Tag tag = Samples.tag(Items.place("C:/a"), decision, "");
        return new TagHistory.Step(Map.of(1, Optional.empty()), Map.of(1, Optional.of(tag)));
    }

    @Test
    void atFirstThereIsNothingToTakeBack() {
        assertEquals(Optional.empty(), history.undo());
        assertEquals(Optional.empty(), history.redo());
    }

    @Test
    void theLastIsTakenBackFirstAndDoneAgainFirst() {
        history.did(step(Decision.ACCEPT));
        history.did(step(Decision.REPAIR));

        assertEquals(Optional.of(step(Decision.REPAIR)), history.undo());
        history.undid();
        assertEquals(Optional.of(step(Decision.ACCEPT)), history.undo());
        assertEquals(Optional.of(step(Decision.REPAIR)), history.redo());
        history.redid();
        assertEquals(Optional.of(step(Decision.REPAIR)), history.undo());
    }

    @Test
    void aNewDecisionForgetsWhatWasTakenBack() {
        history.did(step(Decision.ACCEPT));
        history.undid();
        history.did(step(Decision.REPAIR));

        assertEquals(Optional.empty(), history.redo());
    }

    @Test
    void theShownComparisonKnowsTheTagsToGoBackTo() {
        ShownComparison shown = Samples.shown(Samples.fourChanges());

        Map<Integer, Optional<Tag>> tags = shown.tags(List.of(2, 3));
        assertEquals(Optional.empty(), tags.get(2));
        assertEquals(Optional.of(Decision.REPAIR), tags.get(3).map(Tag::decision));
    }
}
