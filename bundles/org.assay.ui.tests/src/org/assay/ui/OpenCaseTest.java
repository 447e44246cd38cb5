package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        assertEquals(List.of(CaseAspect.COMPARISON, CaseAspect.SELECTION), told);
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
}
