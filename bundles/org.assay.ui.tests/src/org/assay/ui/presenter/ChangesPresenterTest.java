package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Space;
import org.assay.testkit.HostileNames;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.ShownComparison;
import org.junit.jupiter.api.Test;

class ChangesPresenterTest {

    private static final int NUMBER = 0;
    private static final int SEVERITY = 1;
    private static final int LOCATION = 3;
    private static final int DIFFERS = 4;
    private static final int TAG = 5;
    private static final int FINDING = 6;

    private final ChangesPresenter presenter = new ChangesPresenter();

    private List<String> column(int column) {
        return IntStream.range(0, presenter.table().rowCount()).mapToObj(row -> presenter.table().text(row, column)).toList();
    }

    private void show(ShownComparison comparison) {
        presenter.show(Optional.of(comparison));
    }

    @Test
    void theMostSevereChangesComeFirst() {
        show(Samples.shown(Samples.fourChanges()));

        assertEquals(List.of("2", "1", "4", "3"), column(NUMBER));
        assertEquals(List.of("high", "medium", "low", "info"), column(SEVERITY));
        assertEquals(List.of("It starts by itself.", "It names worm.vbs.", "It moved.", ""), column(FINDING));
        assertEquals(List.of("", "size, content", "was C:\\WINDOWS\\notepad.exe", ""), column(DIFFERS));
        assertEquals(List.of("", "", "", "repair"), column(TAG));
    }

    @Test
    void coloursSayKindSeverityAndTag() {
        show(Samples.shown(Samples.fourChanges()));

        assertEquals(List.of(Tint.ADDED, Tint.MODIFIED, Tint.MOVED, Tint.REMOVED),
                IntStream.range(0, 4).mapToObj(presenter.table()::rowTint).toList());
        assertEquals(Tint.HIGH, presenter.table().cellTint(0, SEVERITY));
        assertEquals(Tint.NONE, presenter.table().cellTint(0, TAG));
        assertEquals(Tint.REPAIR, presenter.table().cellTint(3, TAG));
    }

    @Test
    void aFilterNarrowsByTextKindSeverityAndTag() {
        show(Samples.shown(Samples.fourChanges()));

        presenter.filter(ChangeFilter.ALL.text("win.ini"));
        assertEquals(List.of("1"), column(NUMBER));
        presenter.filter(ChangeFilter.ALL.text("*.exe"));
        assertEquals(List.of("3"), column(NUMBER));
        presenter.filter(ChangeFilter.ALL.kind(ChangeKind.ADDED, false).kind(ChangeKind.MOVED, false));
        assertEquals(List.of("1", "3"), column(NUMBER));
        presenter.filter(ChangeFilter.ALL.least(Severity.MEDIUM));
        assertEquals(List.of("2", "1"), column(NUMBER));
        presenter.filter(ChangeFilter.ALL.untaggedOnly(true));
        assertEquals(List.of("2", "1", "4"), column(NUMBER));
        assertTrue(presenter.summary().startsWith("3 of 4 changes   #1 gold → #2 ward-12"), presenter.summary());
    }

    @Test
    void anUntaggedFilterLosesWhatIsTagged() {
        ShownComparison comparison = Samples.shown(Samples.fourChanges());
        show(comparison);
        presenter.filter(ChangeFilter.ALL.untaggedOnly(true));

        TaggedChange worm = comparison.change(2).orElseThrow();
        comparison.tagged(List.of(new TaggedChange(worm.change(),
                Optional.of(Samples.tag(worm.change().location(), Decision.QUARANTINE, "")))));
        assertTrue(presenter.followsTags());
        presenter.table().refresh();

        assertEquals(List.of("1", "4"), column(NUMBER));
    }

    @Test
    void withoutThatFilterRowsStayWhereTheyAre() {
        ShownComparison comparison = Samples.shown(Samples.fourChanges());
        show(comparison);

        comparison.untagged(List.of(3));
        assertFalse(presenter.followsTags());
        assertEquals(List.of("2", "1", "4", "3"), column(NUMBER));
        assertEquals(List.of("", "", "", ""), column(TAG));
    }

    @Test
    void rowsAndNumbersFindEachOther() {
        show(Samples.shown(Samples.fourChanges()));

        assertEquals(List.of(2, 4), presenter.numbers(0, 2));
        assertEquals(OptionalInt.of(3), presenter.rowOf(3));
        presenter.filter(ChangeFilter.ALL.text("worm"));
        assertEquals(OptionalInt.empty(), presenter.rowOf(3));
    }

    @Test
    void gapsOfTheComparisonAndOfWhereTheFilterLooksAreTold() {
        show(Samples.shown(Samples.fourChanges(), List.of(), 12, SnapshotState.PARTIAL));
        String all = "Not everything could be read (gaps: 0 in the baseline, 12 (access denied 12) in the suspect): "
                + "what is not listed there is not known to be unchanged.";
        assertEquals(List.of(all), presenter.incompleteness().sentences());
        assertEquals(12, presenter.incompleteness().places().size());

        presenter.filter(ChangeFilter.ALL.text("C:\\secret1*"));
        assertEquals(List.of(all, "Where the filter looks: not everything there could be read (gaps: 0 in the baseline, "
                + "3 (access denied 3) in the suspect): what is not listed is not known to be unchanged."),
                presenter.incompleteness().sentences());
        assertEquals(3, presenter.incompleteness().places().size(), "secret1, secret10 and secret11");

        presenter.filter(ChangeFilter.ALL.text("secret"));
        assertEquals(List.of(all, "All these gaps lie where the filter looks."), presenter.incompleteness().sentences());

        presenter.filter(ChangeFilter.ALL.text("C:\\WINDOWS\\**"));
        assertEquals(List.of(all), presenter.incompleteness().sentences());
        assertEquals(12, presenter.incompleteness().places().size());
    }

    @Test
    void aSnapshotThatIsNotWholeIsToldFirst() {
        show(Samples.shown(Samples.fourChanges(), List.of(), 1, SnapshotState.CANCELLED));

        assertEquals("Snapshot #2 is CANCELLED: it does not hold everything that was asked for.",
                presenter.incompleteness().sentences().getFirst());
        assertEquals(2, presenter.incompleteness().sentences().size());
    }

    @Test
    void whatIsCompleteIsNotWarnedOf() {
        show(Samples.shown(Samples.fourChanges()));

        assertEquals(Incompleteness.NONE, presenter.incompleteness());
    }

    @Test
    void withoutAComparisonItSaysWhatToDo() {
        presenter.show(Optional.empty());

        assertEquals(Incompleteness.NONE, presenter.incompleteness());
        assertEquals(0, presenter.table().rowCount());
        assertEquals("Select a comparison in the Case view.", presenter.summary());
    }

    @Test
    void hostileNamesAreMadeVisibleInEveryCell() {
        List<TaggedChange> changes = new ArrayList<>();
        for (String name : HostileNames.all()) {
            Location location = new Location(Space.FILE, List.of("C:", name));
            changes.add(Samples.untagged(Samples.changed(changes.size() + 1, ChangeKind.MOVED, Items.file(location, "before"),
                    Items.file(location, "after"), Set.of(Attribute.CONTENT), Samples.finding(Severity.LOW, "Its name is " + name))));
        }
        show(Samples.shown(changes));

        for (int column = NUMBER; column <= FINDING; column++) {
            for (String text : column(column)) {
                assertFalse(text.chars().anyMatch(unit -> unit < ' ' || unit == 0x7f || unit == 0x202e || unit == 0x200b
                        || unit >= 0xdc80 && unit <= 0xdcff && !isPaired(text)), text);
                assertTrue(text.length() < 2000, "a cell stays short");
            }
        }
        assertTrue(column(LOCATION).contains("C:\\photo\\u{202e}gpj.exe"));
    }

    /** Whether every surrogate stands with its other half, so that none is an undecodable byte. */
    private static boolean isPaired(String text) {
        return text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
