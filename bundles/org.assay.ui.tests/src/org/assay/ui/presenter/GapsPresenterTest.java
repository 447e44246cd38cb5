package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.snapshot.SnapshotState;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.ShownComparison;
import org.junit.jupiter.api.Test;

class GapsPresenterTest {

    private final GapsPresenter presenter = new GapsPresenter();

    @Test
    void everyGapIsListedWithItsSnapshotPlaceAndReason() {
        ShownComparison comparison = Samples.shown(List.of(), List.of(), 2, SnapshotState.PARTIAL);
        presenter.show(GapsPresenter.rows(comparison, comparison.gaps()));

        assertEquals(2, presenter.table().rowCount());
        assertEquals(List.of("#2", "C:\\secret0", "access denied", "Permission denied"), row(0));
    }

    @Test
    void remarksComeAfterTheGapsAndCanBeToldFromThem() {
        presenter.show(GapsPresenter.rows(Samples.sheet(SnapshotState.PARTIAL)));

        assertEquals(List.of("#2", "C:\\a\\u{202e}b", "damaged", "line 4\\n: no"), row(0));
        assertEquals(List.of("#2", "C:\\z", "(remark)", "read as \\x07UTF-8"), row(1));
        assertEquals(List.of(Tint.MEDIUM, Tint.QUIET), IntStream.range(0, 2).mapToObj(row -> presenter.table().cellTint(row, 2)).toList());
    }

    private List<String> row(int row) {
        return IntStream.range(0, 4).mapToObj(column -> presenter.table().text(row, column)).toList();
    }
}
