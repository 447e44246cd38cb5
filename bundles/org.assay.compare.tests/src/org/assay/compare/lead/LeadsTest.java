package org.assay.compare.lead;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.assay.compare.Leads;
import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Lead;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class LeadsTest {

    private static final String MINUTE = "2026-11-03T02:14:07Z";

    @Test
    void copiesAreOneLead() {
        List<Lead> leads = leads(ListView.of(), file("C:/a/x.exe", "worm"), at(MINUTE, file("C:/b/letter.txt.exe", "worm")));
        assertEquals(1, leads.size());
        assertEquals(List.of("C:\\b\\letter.txt.exe (added): Its name letter.txt.exe looks like a document's where the last extension is"
                + " not shown; it is a program. By its name or mode it is a program that the baseline does not have here.",
                "The same content is C:\\a\\x.exe."), leads.getFirst().story());
    }

    @Test
    void whatWasWrittenInOneMinuteIsOneLead() {
        List<Lead> leads = leads(ListView.of(file("C:/Windows/tool.exe", "old")), at(MINUTE, file("C:/Windows/tool.exe", "other")),
                at("2026-11-03T02:14:40Z", file("C:/Users/Public/x.exe", "worm")));
        assertEquals(1, leads.size());
        assertTrue(leads.getFirst().story().getLast().startsWith("In the same minute (2026-11-03T02:14:07Z) C:\\"),
                leads.getFirst().story().toString());
    }

    /** An installation writes much at one time; that is no reason to call it one deed. */
    @Test
    void whatAreManyAtOneTimeIsNot() {
        FileItem[] many = IntStream.range(0, 50).mapToObj(number -> at(MINUTE, file("C:/app/" + number + "/a.exe", "x" + number)))
                .toArray(FileItem[]::new);
        assertEquals(50, leads(ListView.of(), many).size());
    }

    @Test
    void theMostSevereLeadIsFirstAndNothingBelowMediumIsOne() {
        List<Lead> leads = leads(ListView.of(), file("C:/a.txt", "text"), file("C:/b.exe", "b"), at(MINUTE, file("C:/c.pdf.exe", "c")));
        assertEquals(List.of("C:\\c.pdf.exe", "C:\\b.exe"),
                leads.stream().map(lead -> lead.changes().getFirst().location().text()).toList());
        assertTrue(leads.getFirst().score() > leads.getLast().score());
    }

    private static List<Lead> leads(ListView before, Item... after) {
        List<Change> changes = SnapshotComparison.run(before, ListView.of(after), Progress.NONE);
        return Leads.of(changes, List.of());
    }
}
