package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.snapshot.SnapshotState;
import org.assay.ui.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenCaseTest {

    private final OpenCase openCase = new OpenCase();
    private final List<CaseAspect> told = new ArrayList<>();
    private Runnable stopListening;

    @BeforeEach
    void listen() {
        stopListening = openCase.listen(told::add);
    }

    @Test
    void anotherComparisonTakesTheSelectionAway() {
        openCase.select(Selection.of(List.of(1)));
        told.clear();

        openCase.show(Optional.of(Samples.shown(Samples.fourChanges())));

        assertEquals(Selection.NONE, openCase.selection());
        assertEquals(List.of(CaseAspect.COMPARISON, CaseAspect.LEAD, CaseAspect.SELECTION), told);
    }

    @Test
    void selectingTheSameAgainTellsNobody() {
        openCase.select(Selection.of(List.of(1)));
        openCase.select(Selection.of(List.of(1)));

        assertEquals(List.of(CaseAspect.SELECTION), told);
    }

    @Test
    void anotherCaseShowsNothingOfTheOneBefore() {
        openCase.show(Optional.of(Samples.shown(Samples.fourChanges())));

        openCase.open(Optional.empty(), CaseContents.NONE);

        assertEquals(Optional.empty(), openCase.shown());
        assertEquals(CaseContents.NONE, openCase.contents());
    }

    @Test
    void whoStoppedListeningHearsNothing() {
        stopListening.run();
        openCase.tagsChanged();

        assertEquals(List.of(), told);
    }

    @Test
    void aSnapshotIsShownOnlyWhileItIsWanted() {
        ShownSnapshot second = new ShownSnapshot(Samples.sheet(SnapshotState.PARTIAL), List.of(), Optional.empty());
        openCase.request(OptionalLong.of(1));
        openCase.show(second);
        assertEquals(Optional.empty(), openCase.snapshot(), "it came too late");

        openCase.request(OptionalLong.of(2));
        openCase.show(second);
        openCase.request(OptionalLong.of(2));
        assertEquals(Optional.of(second), openCase.snapshot());
        assertEquals(List.of(CaseAspect.SNAPSHOT, CaseAspect.SNAPSHOT, CaseAspect.SNAPSHOT), told);

        openCase.select(Selection.of(List.of(1)));
        assertEquals(Optional.empty(), openCase.snapshot(), "the details are about the change");
        assertEquals(OptionalLong.empty(), openCase.requestedSnapshot());
    }

    @Test
    void aComparisonThatArrivesLeavesTheDetailsWithTheSnapshot() {
        openCase.request(OptionalLong.of(2));
        openCase.show(Optional.of(Samples.shown(Samples.fourChanges())));
        assertEquals(OptionalLong.of(2), openCase.requestedSnapshot());

        openCase.open(Optional.empty(), CaseContents.NONE);
        assertEquals(OptionalLong.empty(), openCase.requestedSnapshot(), "another case has other snapshots");
    }

    @Test
    void theSameChangeSelectedAgainTakesTheDetailsBack() {
        openCase.select(Selection.of(List.of(1)));
        openCase.request(OptionalLong.of(2));
        told.clear();

        openCase.select(Selection.of(List.of(1)));

        assertEquals(List.of(CaseAspect.SNAPSHOT), told);
    }
}
