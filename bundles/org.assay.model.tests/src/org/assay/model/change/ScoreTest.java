package org.assay.model.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final Finding DISGUISED = new Finding("double-extension", Severity.HIGH, "…");
    private static final Finding HOSTILE = new Finding("hostile-name", Severity.HIGH, "…");
    private static final Finding STARTS = new Finding("autostart", Severity.HIGH, "…");
    private static final Finding NEW = new Finding("new-program", Severity.MEDIUM, "…");

    @Test
    void independentFindingsAddUp() {
        assertEquals(800 + 600, Score.points(change("/opt/a", DISGUISED, STARTS)));
    }

    @Test
    void whatSaysTheSameAgainAddsLittle() {
        assertEquals(800 + 80, Score.points(change("/opt/a", DISGUISED, HOSTILE)));
    }

    @Test
    void theSeverityCounts() {
        assertEquals(160, Score.points(change("/opt/a", NEW)));
        assertEquals(0, Score.points(change("/opt/a")));
    }

    @Test
    void whatStandsAloneComesBeforeWhatSpeaksForProgramsThatCameTogether() {
        Finding together = new Finding("programs-alike", Severity.MEDIUM, "…");
        List<Change> changes = List.of(change("/opt/a", NEW, together), change("/opt/b", NEW),
                change("/opt/c", new Finding("not-known", Severity.MEDIUM, "…")));
        assertEquals(List.of("/opt/b", "/opt/a", "/opt/c"), Score.sorted(changes, one -> one).stream().map(one -> one.location().text())
                .toList());
    }

    @Test
    void whatIsExplainedComesFarBelow() {
        Change explained = change("/opt/a", DISGUISED, STARTS).explainedBy(
                new Explanation(ExplanationKind.PACKAGE, "package a 1 -> 2", "the baseline's records", "…"));
        assertEquals(14, Score.points(explained));
        assertTrue(Score.key(explained) > Score.key(change("/opt/a", NEW)));
        assertTrue(Score.key(explained) > Score.key(change("/opt/b")), "behind what has no finding, too");
    }

    @Test
    void thePathDecidesBetweenEquals() {
        assertEquals(List.of("/tmp/b", "/opt/a"), Score.sorted(List.of(change("/opt/a", NEW), change("/tmp/b", NEW)), one -> one).stream()
                .map(one -> one.location().text()).toList());
    }

    @Test
    void thePartsMakeUpTheWhole() {
        Score score = Score.of(change("/tmp/a", DISGUISED, HOSTILE, STARTS));
        assertEquals(score.points(), score.parts().stream().mapToInt(Score.Part::points).sum());
        assertEquals(List.of("double-extension, HIGH: disguises", "hostile-name, HIGH: disguises, as something above does",
                "autostart, HIGH: is a startup entry or what one starts", "lies where anybody can write"),
                score.parts().stream().map(Score.Part::what).toList());
    }

    @Test
    void noFindingIsOfTwoKinds() {
        List<String> codes = Arrays.stream(Meaning.values()).flatMap(meaning -> meaning.codes().stream()).toList();
        assertEquals(codes.size(), codes.stream().distinct().count());
        assertEquals(Meaning.RUNS, Meaning.of("of-a-later-version"));
    }

    private static Change change(String path, Finding... findings) {
        FileItem item = new FileItem(Location.file("", Stream.of(path.split("/")).skip(1).toArray(String[]::new)), FileKind.FILE, 1,
                FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), FileDetails.NONE);
        return Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(item), Set.of(), List.of(findings));
    }
}
