package org.assay.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.junit.jupiter.api.Test;

class ClockRemarksTest {

    private static final Snapshot FIRST = snapshot(1, 100, 110);
    private static final Snapshot SECOND = snapshot(2, 200, 210);

    @Test
    void timesInTheOrderOfWhatWasDoneGiveNoRemark() {
        assertEquals(List.of(), remarks(List.of(FIRST, SECOND), List.of(comparison(210)), Map.of("pc", time(200), "other", time(0))));
    }

    @Test
    void aTagOfTwentyFiveYearsAgoIsRemarkedOn() {
        assertEquals(List.of("by the clock, a tag of the host pc\\n was decided at 1970-01-01T00:00:07Z, before the first of its snapshots "
                + "that were compared was begun at 1970-01-01T00:03:20Z: a clock was set back or is wrong"),
                remarks(List.of(FIRST, snapshot("pc\n", 2, 200, 210)), List.of(comparison(300)), Map.of("pc\n", time(7))));
    }

    @Test
    void aComparisonBeforeItsSnapshotsIsRemarkedOn() {
        assertEquals(List.of("by the clock, comparison 1 was made at 1970-01-01T00:03:29Z, before snapshot 2, which it is of, was finished"
                + " at 1970-01-01T00:03:30Z: a clock was set back or is wrong"),
                remarks(List.of(FIRST, SECOND), List.of(comparison(209)), Map.of()));
    }

    @Test
    void snapshotsAndAttemptsBeforeThoseBeforeThemAreRemarkedOn() {
        Snapshot resumed = snapshot(3, 205, 150, attempt(1, 205), attempt(2, 204));
        assertEquals(List.of("by the clock, snapshot 3 was finished at 1970-01-01T00:02:30Z, before its begin at 1970-01-01T00:03:25Z: "
                + "a clock was set back or is wrong",
                "by the clock, attempt 2 at snapshot 3 was begun at 1970-01-01T00:03:24Z, before the attempt before it at "
                + "1970-01-01T00:03:25Z: a clock was set back or is wrong",
                "by the clock, snapshot 1 was begun at 1970-01-01T00:01:40Z, before snapshot 3, which the case had already and which was"
                + " begun at 1970-01-01T00:03:25Z: a clock was set back or is wrong"),
                remarks(List.of(SECOND, resumed, FIRST), List.of(), Map.of()));
    }

    private static List<String> remarks(List<Snapshot> snapshots, List<Comparison> comparisons, Map<String, Instant> tags) {
        return ClockRemarks.of(snapshots, comparisons, tags);
    }

    private static Comparison comparison(long compared) {
        return new Comparison(1, 1, 2, time(compared), ComparisonBasis.USUAL, Map.of(), 0);
    }

    private static Snapshot snapshot(long id, long started, long finished, Attempt... attempts) {
        return snapshot("pc", id, started, finished, attempts);
    }

    private static Snapshot snapshot(String host, long id, long started, long finished, Attempt... attempts) {
        return new Snapshot(id, host, Role.SUSPECT, "", SnapshotState.COMPLETE, time(started), Optional.of(time(finished)), List.of(),
                List.of(), new Coverage(0, 0, Map.of(), Optional.empty(), Optional.empty()), Optional.empty(), List.of(attempts));
    }

    private static Attempt attempt(int number, long started) {
        return new Attempt(number, "", time(started), Optional.empty(), Optional.empty(), Environment.UNKNOWN, Optional.empty());
    }

    private static Instant time(long second) {
        return Instant.ofEpochSecond(second);
    }
}
