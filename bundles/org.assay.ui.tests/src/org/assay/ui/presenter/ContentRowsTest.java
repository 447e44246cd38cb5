package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.ShowContent;
import org.assay.app.page.ContentSheet;
import org.assay.app.page.ContentSide;
import org.assay.app.page.LineDifference;
import org.assay.model.text.Bytes;
import org.assay.testkit.HostileNames;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.ShownContent;
import org.junit.jupiter.api.Test;

class ContentRowsTest {

    private static ContentSide side(List<String> lines, ContentSheet.Part... decoded) {
        return new ContentSide("read as ASCII.", Optional.of(Bytes.copyOf(String.join("\n", lines).getBytes())), Optional.of(lines),
                List.of(decoded));
    }

    private static ShownContent content(Optional<ContentSide> before, Optional<ContentSide> after) {
        return new ShownContent(1, 1, new ShowContent.Sides(before, after), LineDifference.lines(
                before.flatMap(ContentSide::text).orElse(List.of()), after.flatMap(ContentSide::text).orElse(List.of())));
    }

    private static ShownContent content(List<String> before, List<String> after) {
        return content(Optional.of(side(before)), Optional.of(side(after)));
    }

    private static List<String> shown(List<DetailsPage.Row> rows) {
        return rows.stream().map(row -> row.attribute() + "|" + row.before() + "|" + row.after() + "|" + row.tint()).toList();
    }

    private static List<String> numbered(int count) {
        return Stream.iterate(1, number -> number + 1).limit(count).map(number -> "line " + number).toList();
    }

    @Test
    void linesThatWentStandBesideThoseThatCame() {
        List<DetailsPage.Row> rows = ContentRows.of(DetailsMode.TEXT, content(List.of("[windows]", "run=", "load=", "x"),
                List.of("[windows]", "run=worm.vbs", "x", "y")));

        assertEquals(List.of("1|[windows]|[windows]|NONE", "2|run=|run=worm.vbs|MODIFIED", "3|load=||REMOVED", "3|x|x|NONE", "4||y|ADDED"),
                shown(rows));
    }

    @Test
    void equalLinesAreFoldedAroundWhatDiffers() {
        List<String> after = new ArrayList<>(numbered(40));
        after.set(19, "evil");
        List<String> rows = shown(ContentRows.of(DetailsMode.TEXT, content(numbered(40), after)));

        assertEquals(9, rows.size(), rows.toString());
        assertEquals("⋯|16 equal rows|16 equal rows|QUIET", rows.getFirst());
        assertEquals("20|line 20|evil|MODIFIED", rows.get(4));
        assertEquals("⋯|17 equal rows|17 equal rows|QUIET", rows.getLast());
    }

    @Test
    void textsWithoutADifferenceAreShownWhole() {
        assertEquals(40, ContentRows.of(DetailsMode.TEXT, content(numbered(40), numbered(40))).size());
    }

    @Test
    void whatOnlyOneSideHasIsNotMarked() {
        List<DetailsPage.Row> rows = ContentRows.of(DetailsMode.TEXT, content(Optional.empty(), Optional.of(side(List.of("a", "b")))));

        assertEquals(List.of("1||a|NONE", "2||b|NONE"), shown(rows));
    }

    @Test
    void bytesThatDifferAreMarkedAndEqualOnesFolded() {
        ShownContent content = content(List.of("0".repeat(200) + "A"), List.of("0".repeat(200) + "B"));
        List<DetailsPage.Row> rows = ContentRows.of(DetailsMode.BYTES, content);

        assertEquals("22 equal rows", rows.getFirst().before());
        assertEquals("0000c8", rows.getLast().attribute());
        assertEquals(Tint.MODIFIED, rows.getLast().tint());
        assertTrue(rows.getLast().after().endsWith("B"), rows.getLast().after());
    }

    @Test
    void whatWasDecodedIsShownWithItsHeading() {
        ContentSheet.Part part = new ContentSheet.Part("decoded from -EncodedCommand", List.of("iex\u202e evil"));
        List<DetailsPage.Row> rows = ContentRows.of(DetailsMode.DECODED,
                content(Optional.empty(), Optional.of(side(List.of("powershell -enc"), part))));

        assertEquals(List.of("1||decoded from -EncodedCommand|MOVED", "||iex\\u{202e} evil|NONE"), shown(rows));
    }

    @Test
    void nothingOfHostileContentIsObeyed() {
        for (DetailsMode mode : List.of(DetailsMode.TEXT, DetailsMode.BYTES)) {
            for (DetailsPage.Row row : ContentRows.of(mode, content(HostileNames.all(), List.of("x\u001b[2J\u202e")))) {
                assertTrue((row.before() + row.after()).chars().noneMatch(unit -> unit < ' ' || unit == 0x202e), row.toString());
            }
        }
    }

    @Test
    void theNoteTellsHowEitherSideWasRead() {
        assertEquals("Before: read as ASCII.   After: The case did not keep its content.", ContentRows.note(
                content(Optional.of(side(List.of())), Optional.of(ContentSide.nothing("The case did not keep its content.")))));
    }
}
