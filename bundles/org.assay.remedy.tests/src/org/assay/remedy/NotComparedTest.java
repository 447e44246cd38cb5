package org.assay.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.junit.jupiter.api.Test;

/** What only one of the snapshots was asked for stands at the head of an export, and is no gap. */
class NotComparedTest {

    private static final ExportContents CONTENTS = Changes.contents(List.of(), List.of(), List.of(new Gap(Location.key("HKLM", "SYSTEM"),
            GapReason.NOT_ASKED, "only the suspect was asked for HKLM\\SYSTEM")), List.of());

    @Test
    void theReadmeSaysIt() {
        String text = ReadmeText.of(CONTENTS, Routing.of(CONTENTS), new GoldCopies(Set.of(), Set.of()),
                Indicators.of(CONTENTS));
        assertTrue(text.contains("NOT EVERYTHING WAS COMPARED") && text.contains("only the suspect was asked for HKLM\\SYSTEM"), text);
        assertFalse(text.contains("The baseline has 1 gap"), text);
    }

    @Test
    void theReportSaysIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportHtml.write(CONTENTS, Routing.of(CONTENTS), out);
        String html = out.toString(StandardCharsets.UTF_8);
        assertTrue(html.contains("<li>only the suspect was asked for HKLM\\SYSTEM</li>"), html);
        assertFalse(html.contains("1 gap"), html);
    }

    @Test
    void programsFindItAndNoGap() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangesJson.write(CONTENTS, out);
        String json = out.toString(StandardCharsets.UTF_8);
        assertTrue(json.contains("\"not_compared\":[{\"space\":\"KEY\"") && json.contains("\"gaps\":[]"), json);
        assertEquals(List.of(), JsonSchema.inDocs("changes.schema.json").problems(JsonTree.read(json)));
    }
}
