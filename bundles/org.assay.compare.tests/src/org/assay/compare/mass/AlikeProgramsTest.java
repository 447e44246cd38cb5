package org.assay.compare.mass;

import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class AlikeProgramsTest {

    private static final String FOLDER = "C:/Program Files/Tool/";

    private final List<Item> after = new ArrayList<>();

    private List<Change> changes() {
        return SnapshotComparison.run(ListView.of(), new ListView(after, List.of(), Map.of()), Progress.NONE);
    }

    private static List<String> open(List<Change> changes) {
        return changes.stream().filter(change -> !change.isExplained()).map(change -> change.location().name()).toList();
    }

    private void came(int count, String folder, String extension) {
        for (int at = 0; at < count; at++) {
            after.add(file(folder + (char) ('a' + at) + extension, folder + at));
        }
    }

    @Test
    void twentyAlikeTakeOneRowThatSpeaksForAll() {
        came(20, FOLDER, ".dll");
        List<Change> changes = changes();
        assertEquals(List.of("a.dll"), open(changes));
        assertTrue(changes.getFirst().findings().stream().anyMatch(finding -> finding.code().equals("programs-alike")
                && finding.sentence().startsWith("20 programs (.dll) came in C:\\Program Files\\Tool")), changes.getFirst().toString());
        assertEquals(Severity.MEDIUM, changes.getFirst().severity());
        assertTrue(changes.subList(1, 20).stream().allMatch(change ->
                change.explanation().orElseThrow().kind() == ExplanationKind.PART_OF));
    }

    @Test
    void fewerAndThoseOfOtherFoldersAndExtensionsStandAlone() {
        came(19, FOLDER, ".dll");
        came(1, FOLDER, ".exe");
        came(1, FOLDER + "more/", ".dll");
        assertEquals(21, open(changes()).size());
    }

    /** Nothing is installed there, and what lies side by side has nothing to do with one another. */
    @Test
    void whatIsDroppedIsNeverFolded() {
        came(25, "C:/Windows/Temp/", ".exe");
        assertEquals(25, open(changes()).size());
    }

    @Test
    void foldersOfVersionsAndThoseThatAreNamedLikeTheFileAreOne() {
        for (int at = 0; at < 20; at++) {
            after.add(file("C:/Program Files/WindowsApps/V.App" + at + "_1.2.0.0_x64/a.dll", "app " + at));
            after.add(file("C:/Windows/assembly/Images_64/Part" + at + "/" + "%032x".formatted(at) + "/Part" + at + ".ni.dll", "ni " + at));
        }
        assertEquals(List.of("a.dll", "Part0.ni.dll"), open(changes()));
    }

    /** Each layer of a container lies in a folder that is named by a digest. */
    @Test
    void foldersThatAreNamedByDigestsAreOne() {
        for (int at = 0; at < 20; at++) {
            after.add(file("C:/ProgramData/docker/" + "%032x".formatted(at) + "/bin/tool" + at + ".exe", "content " + at));
        }
        List<Change> changes = changes();
        assertEquals(List.of("tool0.exe"), open(changes));
        assertTrue(changes.getFirst().findings().toString().contains("docker\\*\\bin"), changes.getFirst().toString());
    }

    @Test
    void whatHasAnotherFindingIsNeverFolded() {
        came(20, FOLDER, ".exe");
        after.add(file(FOLDER + "svchost.exe", "one"));
        after.add(file(FOLDER + "letter.pdf.exe", "two"));
        assertEquals(List.of("a.exe", "letter.pdf.exe", "svchost.exe"), open(changes()));
    }
}
