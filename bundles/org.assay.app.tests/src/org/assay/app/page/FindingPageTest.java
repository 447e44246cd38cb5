package org.assay.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.assay.app.page.FindingPage.Block;
import org.assay.model.Severity;
import org.assay.model.change.FindingType;
import org.junit.jupiter.api.Test;

class FindingPageTest {

    private static final FindingType TYPE = new FindingType("x", "X", "all", List.of(Severity.LOW), List.of());

    private static List<Block> blocks(String... lines) {
        return FindingPage.parse(TYPE, String.join("\n", lines)).blocks();
    }

    @Test
    void textsAreJoinedAndExamplesAreLeft() {
        assertEquals(List.of(new Block.Heading(1, "Title"), new Block.Heading(2, "Section"), new Block.Paragraph("One and two."),
                new Block.Paragraph("Three."), new Block.Example("- a\n\n  # b"), new Block.Item("first item"), new Block.Item("second")),
                blocks("# Title", "## Section", "One", "and two.", "", "Three.", "```", "- a", "", "  # b", "```", "- first", "  item",
                        "- second"));
    }

    @Test
    void anythingIsSomePage() {
        assertEquals(List.of(), blocks(""));
        assertEquals(List.of(new Block.Example("left open")), blocks("```", "left open"));
    }
}
