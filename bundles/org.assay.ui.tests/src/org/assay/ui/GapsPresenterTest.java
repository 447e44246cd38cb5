package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.SnapshotState;
import org.junit.jupiter.api.Test;

class GapsPresenterTest {

    @Test
    void everyGapIsListedWithItsSnapshotPlaceAndReason() {
        TablePresenter<?> table = new GapsPresenter(Samples.shown(List.of(), List.of(), 2, SnapshotState.PARTIAL)).table();

        assertEquals(2, table.rowCount());
        assertEquals(List.of("#2", "C:\\secret0", "access denied", "Permission denied"),
                IntStream.range(0, 4).mapToObj(column -> table.text(0, column)).toList());
    }
}
