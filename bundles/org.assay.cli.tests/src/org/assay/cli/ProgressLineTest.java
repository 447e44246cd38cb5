package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import org.assay.cli.output.Terminal;

class ProgressLineTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ProgressLine line = ProgressLine.on(
            new Terminal(System.out, new PrintStream(bytes, true, StandardCharsets.UTF_8), 80, true, true), cancelled);

    @Test
    void itTellsCountsBytesRateAndTimeLeft() {
        line.begin("capture");
        line.expect(4000, 400_000_000);
        line.advance(1000, 100_000_000);
        assertEquals("capture  1,000  100.0 MB  10.0 MB/s  30 s left", line.text(10));
    }

    @Test
    void withoutAnExpectationNoTimeIsGuessed() {
        line.begin("compare");
        line.advance(5000, 0);
        assertEquals("compare  5,000  500/s", line.text(10));
    }

    @Test
    void itNeverRunsIntoASecondLine() {
        line.begin("Reading " + "long ".repeat(40));
        assertEquals(79, bytes.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "").length());
    }

    @Test
    void itVanishesWhenClosed() {
        line.begin("capture");
        line.close();
        assertTrue(bytes.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
    }

    @Test
    void itPassesTheWishToStop() {
        cancelled.set(true);
        assertTrue(line.isCancelled());
    }
}
