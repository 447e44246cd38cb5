package org.assay.compare.rule;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class ProgramInStreamTest {

    @Test
    void programsAndWhatIsNamedLikeThemCount() {
        for (ContentType type : List.of(ContentType.PE, ContentType.ELF, ContentType.SCRIPT)) {
            assertEquals(1, found(List.of(), List.of(typed(stream("C:/a.txt", "x", "1"), type))), type.name());
        }
        assertEquals(1, found(List.of(), List.of(typed(stream("C:/a.txt", "x.ps1", "1"), ContentType.TEXT))));
        assertEquals(1, found(List.of(typed(stream("C:/a.txt", "x", "1"), ContentType.TEXT)),
                List.of(typed(stream("C:/a.txt", "x", "22"), ContentType.PE))));
    }

    @Test
    void marksFilesAndWhatTheBaselineHasDoNot() {
        assertEquals(0, found(List.of(), List.of(typed(stream("C:/a.exe", "Zone.Identifier", "[ZoneTransfer]"), ContentType.TEXT))));
        assertEquals(0, found(List.of(), List.of(typed(file("C:/a.exe", "1"), ContentType.PE))));
        assertEquals(0, found(List.of(typed(stream("C:/a.txt", "x.exe", "1"), ContentType.PE)), List.of()));
        FileItem kept = typed(stream("C:/a.txt", "x.exe", "1"), ContentType.PE);
        assertEquals(0, found(List.of(kept), List.of(kept)));
        assertEquals(0, found(List.of(file("C:/a.txt", "1"), kept), List.of(at("2000-05-04T08:15:00Z", file("C:/a.txt", "1")), kept)));
    }

    private static FileItem typed(FileItem item, ContentType type) {
        return detailed(item, item.details().withContent(Map.of(), Optional.of(type), Optional.empty()));
    }

    private static long found(List<Item> before, List<Item> after) {
        return SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)),
                Progress.NONE).stream().flatMap(change -> change.findings().stream())
                .filter(finding -> finding.code().equals("program-in-stream")).count();
    }
}
