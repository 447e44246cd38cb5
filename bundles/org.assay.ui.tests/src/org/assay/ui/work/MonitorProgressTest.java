package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class MonitorProgressTest {

    private final List<String> stages = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor() {
        @Override
        public void subTask(String text) {
            told.add(text);
        }
    };
    private long nanos;
    private final MonitorProgress progress = new MonitorProgress(monitor, stages::add, () -> nanos);

    @Test
    void itTellsItemsBytesAndSpeedNowAndThen() {
        progress.begin("Reading C:\u202e");
        progress.advance(10, 1_000_000);
        nanos = 2_000_000_000L;
        progress.advance(990, 9_000_000);
        progress.advance(1, 1);

        assertEquals(List.of("Reading C:\\u{202e}"), stages);
        assertEquals(List.of("", "1,000 items, 10.0 MB, 5.0 MB/s"), told);
    }

    @Test
    void withoutBytesTheSpeedIsInItems() {
        progress.begin("Comparing");
        nanos = 500_000_000L;
        progress.advance(1_000, 0);

        assertEquals(List.of("", "1,000 items, 2,000/s"), told);
    }

    @Test
    void everyStageCountsFromZero() {
        progress.begin("one");
        nanos = 1_000_000_000L;
        progress.advance(5, 0);
        progress.begin("two");
        nanos = 2_000_000_000L;
        progress.advance(7, 0);

        assertEquals(List.of("one", "two"), stages);
        assertEquals("7 items, 7/s", told.getLast());
    }

    @Test
    void cancellingReachesTheWork() {
        assertFalse(progress.isCancelled());
        monitor.setCanceled(true);
        assertTrue(progress.isCancelled());
    }
}
