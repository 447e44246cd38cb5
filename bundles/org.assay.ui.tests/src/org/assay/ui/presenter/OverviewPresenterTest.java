package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assay.model.Severity;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.Look;
import org.junit.jupiter.api.Test;

class OverviewPresenterTest {

    private final OverviewPresenter presenter = new OverviewPresenter();

    private void show(List<TaggedChange> changes) {
        presenter.show(Optional.of(OverviewPresenter.Figures.of(Samples.shown(changes))));
    }

    @Test
    void nothingIsShownWithoutAComparison() {
        assertEquals("Select a comparison in the Case view.", presenter.summary());
        assertEquals(List.of(), presenter.severities());
        assertEquals(List.of(), presenter.tiles(100, 100));
    }

    @Test
    void eachSeverityHasABarThatLooksForIt() {
        show(Samples.fourChanges());

        assertEquals(List.of("High 1", "Medium 1", "Low 1", "Info 1", "Explained 0"),
                presenter.severities().stream().map(bar -> bar.label() + " " + bar.value()).toList());
        assertEquals(Optional.of(new Look("", Severity.HIGH)), presenter.severities().getFirst().look());
        assertEquals("4 changes, 0 explained, 1 decided on, 2 leads", presenter.summary());
    }

    @Test
    void theFolderWithMostIsOpenedAndAClickLooksForWhatIsBelow() {
        List<TaggedChange> changes = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            changes.add(Samples.untagged(Samples.added(number, Items.file("C:/WINDOWS/Temp/" + number, ""),
                    Samples.finding(number == 7 ? Severity.HIGH : Severity.LOW, "It is new."))));
        }
        changes.add(Samples.untagged(Samples.added(201, Items.file("C:/WINDOWS/a", ""))));
        changes.add(Samples.untagged(Samples.added(202, Items.file("C:/x/b", ""))));
        show(changes);

        List<OverviewPresenter.Tile> tiles = presenter.tiles(400, 300);
        assertEquals(List.of("C:\\WINDOWS\\Temp", "C:\\WINDOWS", "C:\\x"), tiles.stream().map(OverviewPresenter.Tile::label).toList());
        assertEquals(new Look("C:\\WINDOWS\\Temp\\**", Severity.INFO), tiles.getFirst().look());
        assertEquals(Tint.HIGH, tiles.getFirst().tint());
        assertEquals("C:\\WINDOWS\\Temp: 200 changes, up to high", tiles.getFirst().tooltip());
    }

    /** Each has the area that it weighs, lies within the whole and over no other. */
    @Property(tries = 300)
    void tilesFillTheWhole(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @IntRange(min = 10, max = 900) int width, @ForAll @IntRange(min = 10, max = 900) int height) {
        List<Treemap.Placed<Integer>> placed = Treemap.of(weights, Integer::doubleValue, width, height);
        double unit = (double) width * height / weights.stream().mapToInt(Integer::intValue).sum();
        assertEquals(weights.size(), placed.size());
        for (Treemap.Placed<Integer> one : placed) {
            assertEquals(one.thing() * unit, one.width() * one.height(), 1e-6 * width * height);
            assertTrue(one.x() > -1e-6 && one.y() > -1e-6 && one.x() + one.width() < width + 1e-6 && one.y() + one.height() < height + 1e-6,
                    one::toString);
            for (Treemap.Placed<Integer> other : placed) {
                assertTrue(one == other || one.x() + one.width() < other.x() + 1e-6 || other.x() + other.width() < one.x() + 1e-6
                        || one.y() + one.height() < other.y() + 1e-6 || other.y() + other.height() < one.y() + 1e-6,
                        () -> one + " over " + other);
            }
        }
    }
}
