package org.assay.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.remedy.VerificationReport.Row;
import org.junit.jupiter.api.Test;

class VerificationReportTest {

    private static final Instant WHEN = Instant.parse("2026-03-04T10:00:00Z");

    private static String page(VerificationReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static VerificationReport of(String name, List<Gap> gaps) {
        Row row = new Row("resolved", 1, "repair, " + name, name, name);
        return new VerificationReport(name, WHEN, List.of(name), false, List.of(row), List.of(row), gaps);
    }

    @Test
    void noTextIsMarkup() throws IOException {
        String expected = page(of("x", List.of(new Gap(Location.file("C:", "x"), GapReason.READ_ERROR, "x")))).replaceAll(">[^<]*<", "><");
        for (String name : Hostile.names()) {
            Gap gap = new Gap(Location.file("C:", name), GapReason.READ_ERROR, name);
            assertEquals(expected, page(of(name, List.of(gap))).replaceAll(">[^<]*<", "><"), name);
        }
    }

    @Test
    void theHeadingSaysWhetherTheMachineIsClean() throws IOException {
        Row resolved = new Row("resolved", 1, "repair", "C:\\a", "it is as in the baseline");
        String clean = page(new VerificationReport("PC", WHEN, List.of(), true, List.of(resolved), List.of(), List.of()));
        assertTrue(clean.contains("The machine is clean.") && clean.contains("1 resolved</text>"), clean);
        assertFalse(clean.contains("not clean"), clean);
        List<Row> rows = new ArrayList<>(List.of(resolved, new Row("remains", 2, "repair", "C:\\b", "it is as it was")));
        String dirty = page(new VerificationReport("PC", WHEN, List.of(), false, rows, List.of(), List.of()));
        assertTrue(dirty.contains("not clean, or not known to be") && dirty.contains("1 remains</text>"), dirty);
    }
}
