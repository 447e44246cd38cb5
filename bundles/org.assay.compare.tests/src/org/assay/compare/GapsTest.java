package org.assay.compare;

import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void whatTheBaselineCouldNotReadIsNotCalledNew() {
        Change change = compare(ListView.of(directory("C:/d")).withGaps(gap(place("C:/d"))),
                ListView.of(directory("C:/d"), file("C:/d/e/x.txt", "x"))).getFirst();
        assertEquals("LOW The baseline could not read C:\\d, so whether it is new is not known.", text(change));
    }

    @Test
    void aProgramThereIsNotCalledNewEither() {
        Change change = compare(ListView.of().withGaps(gap(place("C:/x.exe"))), ListView.of(file("C:/x.exe", "x"))).getFirst();
        assertEquals("MEDIUM The baseline could not read C:\\x.exe, so whether it is new is not known.", text(change));
    }

    @Test
    void whatTheSuspectCouldNotReadIsNotCalledGone() {
        Change change = compare(ListView.of(string("HKLM\\S\\K", "v", "x")), ListView.of().withGaps(gap(keyPlace("HKLM\\s")))).getFirst();
        assertEquals("LOW The suspect could not read HKLM\\s, so whether it is gone is not known.", text(change));
    }

    @Test
    void aGapOfTheOtherSideOrAnotherPlaceSaysNothing() {
        Item item = file("C:/d/x.txt", "x");
        assertEquals("", text(compare(ListView.of(), ListView.of(item).withGaps(gap(place("C:/d")))).getFirst()));
        assertEquals("", text(compare(ListView.of().withGaps(gap(place("C:/d/x"))), ListView.of(item)).getFirst()));
        assertEquals("", text(compare(ListView.of().withGaps(gap(place("C:/d/x.txt/y")), gap(place("D:"))), ListView.of(item)).getFirst()));
        assertEquals("", text(compare(ListView.of().withGaps(gap(keyPlace("C:"))), ListView.of(item)).getFirst()));
    }

    private static Gap gap(Location location) {
        return new Gap(location, GapReason.ACCESS_DENIED, "The system refused.");
    }

    private static List<Change> compare(ListView before, ListView after) {
        return SnapshotComparison.run(before, after, Progress.NONE);
    }

    private static String text(Change change) {
        return String.join("\n", change.findings().stream().map(finding -> finding.severity() + " " + finding.sentence()).toList());
    }
}
