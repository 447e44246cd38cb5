package org.assay.remedy;

import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Items;
import org.junit.jupiter.api.Test;

class Sha256ListTest {

    private static List<String> lines(ExportContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sha256List.write(Indicators.of(contents).all(), out);
        String text = out.toString(StandardCharsets.ISO_8859_1);
        assertTrue(text.endsWith("\n"));
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    @Test
    void hostileNamesAreCommentsInAsciiAndNothingElse() throws IOException {
        List<TaggedChange> changes = new ArrayList<>();
        for (String name : Hostile.names()) {
            changes.add(Changes.tagged(Decision.QUARANTINE,
                    Changes.added(changes.size() + 1, Items.file(Location.file("C:", name), "worm " + changes.size()))));
        }
        List<String> lines = lines(Changes.contents(changes.toArray(TaggedChange[]::new)));
        assertEquals(2 * changes.size() + 1, lines.size());
        for (int at = 1; at < lines.size(); at += 2) {
            assertTrue(lines.get(at).matches("# change [0-9]+(: [ -~]*)?"), lines.get(at));
            assertEquals(sha256("worm " + at / 2).hex(), lines.get(at + 1));
        }
    }

    @Test
    void aNameThatLooksLikeADigestIsLeftOut() throws IOException {
        String good = sha256("good").hex();
        List<String> lines = lines(Changes.contents(Changes.tagged(Decision.QUARANTINE,
                Changes.added(12, Items.file(Location.file("C:", good.toUpperCase()), "worm")))));
        assertEquals(List.of("# change 12", sha256("worm").hex()), lines.subList(1, 3));
        assertFalse(String.join("\n", lines).toLowerCase().contains(good));
    }
}
