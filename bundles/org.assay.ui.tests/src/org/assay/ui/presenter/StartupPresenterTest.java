package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetVerdict;
import org.assay.testkit.Items;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartupPresenterTest {

    private static final int LABEL = 4;
    private static final Location NEW_ENTRY = Items.keyPlace(Samples.RUN).value("Worm");
    private static final Location OLD_ENTRY = Items.keyPlace(Samples.RUN).value("Mouse");
    private static final Location QUIET_ENTRY = Items.keyPlace(Samples.RUN).value("Clock");
    private static final FileItem WORM = Items.file("C:/WINDOWS/worm.vbs", "worm");
    private static final FileItem MOUSE = Items.file("C:/WINDOWS/mouse.exe", "mouse, infected");

    private final StartupPresenter presenter = new StartupPresenter();
    private final StartupRow added = Samples.startup(NEW_ENTRY, "wscript worm.vbs", EntryChange.ADDED, TargetVerdict.ADDED,
            Severity.HIGH, Optional.of(WORM));
    private final StartupRow infected = Samples.startup(OLD_ENTRY, "mouse.exe /q", EntryChange.UNCHANGED, TargetVerdict.MODIFIED,
            Severity.MEDIUM, Optional.of(MOUSE));
    private final StartupRow quiet = Samples.startup(QUIET_ENTRY, "clock.exe\u202e", EntryChange.UNCHANGED, TargetVerdict.UNKNOWN,
            Severity.INFO, Optional.empty());

    @BeforeEach
    void showThreeEntries() {
        presenter.show(Optional.of(Samples.shown(List.of(Samples.untagged(Samples.added(1, MOUSE)),
                Samples.untagged(Samples.added(2, WORM)),
                Samples.untagged(Samples.added(3, Items.string(Samples.RUN, "WORM", "wscript worm.vbs")))),
                List.of(quiet, infected, added), 0, SnapshotState.COMPLETE)));
    }

    private List<String> labels() {
        return IntStream.range(0, presenter.table().rowCount()).mapToObj(row -> presenter.table().text(row, LABEL)).toList();
    }

    @Test
    void theMostSevereEntriesComeFirstInTheColoursOfTheirChange() {
        assertEquals(List.of("Worm", "Mouse", "Clock"), labels());
        assertEquals(List.of(Tint.ADDED, Tint.MODIFIED, Tint.NONE),
                IntStream.range(0, 3).mapToObj(presenter.table()::rowTint).toList());
        assertEquals("3 startup entries   #1 gold → #2 ward-12", presenter.summary());
    }

    @Test
    void anUnchangedEntryOfAnInfectedFileCountsAsChanged() {
        presenter.filter("", true);

        assertEquals(List.of("Worm", "Mouse"), labels());
    }

    @Test
    void textIsFoundInCommandAndTargetToo() {
        presenter.filter("WSCRIPT", false);
        assertEquals(List.of("Worm"), labels());
        presenter.filter("windows\\mouse", false);
        assertEquals(List.of("Mouse"), labels());
        presenter.filter("202e", false);
        assertEquals(List.of("Clock"), labels());
    }

    @Test
    void anEntrySelectsItsOwnChangeWhateverItsCase() {
        assertEquals(Selection.of(added, List.of(3)), presenter.selection(0));
    }

    @Test
    void anUnchangedEntrySelectsTheChangeOfItsFile() {
        assertEquals(Selection.of(infected, List.of(1)), presenter.selection(1));
    }

    @Test
    void anEntryWithoutAnyChangeSelectsItselfAlone() {
        assertEquals(Selection.of(quiet, List.of()), presenter.selection(2));
        assertEquals(Selection.NONE, presenter.selection());
    }

    @Test
    void severalEntriesSelectAllTheirChanges() {
        assertEquals(Selection.of(added, List.of(3, 1)), presenter.selection(0, 1, 2));
    }

    @Test
    void gapsAndWhatCouldNotBeUnderstoodAreToldWhateverTheFilter() {
        Gap task = new Gap(Items.place("C:/WINDOWS/Tasks/x.job"), GapReason.DAMAGED, "it ends too early");
        presenter.show(Optional.of(Samples.shown(List.of(), List.of(quiet), 1, SnapshotState.PARTIAL, List.of(task))));
        String gap = "Not everything could be read (gaps: 0 in the baseline, 1 (access denied 1) in the suspect): "
                + "what is not listed there is not known to be unchanged.";
        String unread = "Startup entries are unknown in 1 place whose content could not be understood.";

        assertEquals(List.of(gap, unread), presenter.incompleteness().sentences());
        assertEquals(2, presenter.incompleteness().places().size());
        presenter.filter("C:\\WINDOWS\\**", true);
        assertEquals(List.of(gap, unread), presenter.incompleteness().sentences());
        presenter.filter("C:\\secret0\\**", true);
        assertEquals(3, presenter.incompleteness().sentences().size(), presenter.incompleteness().sentences().toString());
    }
}
