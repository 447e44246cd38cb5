package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.Operator;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.StoredChecklist;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class CaseIncidentTest extends CaseTest {

    private static final StoredChecklist CHECKLIST = new StoredChecklist("ours", Bytes.copyOf(new byte[] {1, 2}));

    private void add(EntryContent content) {
        caseFile.incident().append(content, _ -> { }, "a summary");
    }

    private void compare() {
        for (Role role : List.of(Role.BASELINE, Role.SUSPECT)) {
            caseFile.newSnapshot("pc", role, "", List.of(), Environment.UNKNOWN, List.of()).finish(SnapshotState.COMPLETE, Reading.NONE);
        }
        caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(), List.of());
    }

    private List<EntryContent> contents() {
        return caseFile.incident().entries().stream().map(IncidentEntry::content).toList();
    }

    @Test
    void entriesOfEachKindAreReadAsTheyWereWrittenAndEachIsInTheCustodyLog() {
        IncidentEntries.one(1, "pc").forEach(this::add);
        caseFile.incident().add(CHECKLIST, IncidentEntries.note("ours"));
        assertEquals(IncidentEntries.one(1, "pc"), contents().subList(0, 7));
        assertEquals(List.of(CHECKLIST), caseFile.incident().checklists());
        assertEquals(8, caseFile.custody().entries().stream().filter(entry -> entry.action() == CustodyAction.INCIDENT_NOTED).count());
        caseFile.verifyAll(Progress.NONE);
        caseFile.custody().verify();
    }

    @Test
    void whatTheCheckRefusesIsNotStored() {
        AssayException refused = assertThrows(AssayException.class, () -> caseFile.incident().append(IncidentEntries.note("x"), _ -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, "No.");
        }, ""));
        assertEquals("No.", refused.getMessage());
        assertEquals(List.of(), caseFile.incident().entries());
        caseFile.incident().add(CHECKLIST, IncidentEntries.note("ours"));
        assertThrows(AssayException.class, () -> caseFile.incident().add(CHECKLIST, IncidentEntries.note("again")));
        assertEquals(1, caseFile.incident().entries().size());
    }

    @Test
    void anEntryThatWasAlteredIsFound() {
        IncidentEntries.one(1, "pc").forEach(this::add);
        caseFile.close();
        sql("update incident_entry set text = 'it did not spread' where number = 1");
        AssayException damaged = assertThrows(AssayException.class, () -> CaseFile.open(caseFile.file()));
        assertTrue(damaged.getMessage().contains("incident_entry"), damaged.getMessage());
    }

    @Test
    void aHostThatIsCalledOtherwiseIsSpokenOfByItsNewName() {
        compare();
        IncidentEntries.one(1, "pc").forEach(this::add);
        caseFile.edits().renameHost("pc", "PC01");
        assertEquals(IncidentEntries.one(1, "PC01"), contents());
        caseFile.custody().verify();
    }

    @Test
    void whatSpeaksOfAComparisonThatIsRemovedKeepsHostAndPlace() {
        compare();
        IncidentEntries.one(1, "pc").forEach(this::add);
        caseFile.edits().remove(2, Progress.NONE);
        EntryReference.ToChange change = contents().getFirst().references().stream()
                .filter(EntryReference.ToChange.class::isInstance).map(EntryReference.ToChange.class::cast).findFirst().orElseThrow();
        assertTrue(change.comparison().isEmpty());
        assertEquals("pc", change.host());
        caseFile.custody().verify();
        caseFile.verifyAll(Progress.NONE);
    }

    @Test
    void ofTwoTeamsThatBeganWithTheSameLogEachEntryIsThereOnceAndWhatIsOnAgainIsWhatWasOff() {
        IncidentEntries.one(1, "pc").subList(0, 1).forEach(this::add);
        add(IncidentEntries.note("ours alone"));
        Path other = folder.resolve("other.mv.db");
        try (CaseFile theirs = CaseFile.create(other)) {
            theirs.incident().append(IncidentEntries.note("theirs alone"), _ -> { }, "");
            IncidentEntries.one(7, "pc").subList(0, 5).forEach(entry -> theirs.incident().append(entry, _ -> { }, ""));
            theirs.incident().add(CHECKLIST, IncidentEntries.note("a checklist"));
            assertEquals(7, caseFile.edits().merge(theirs.edits(), "other", _ -> false).entries());
            assertEquals(0, caseFile.edits().merge(theirs.edits(), "other", _ -> false).entries());
        }
        List<EntryContent> contents = contents();
        assertEquals(9, contents.size());
        assertEquals("theirs alone", contents.get(2).text());
        assertEquals(IncidentEntries.one(0, "pc").get(4).text(), contents.get(7).text());
        assertEquals(new EntryDetail.SwitchedOn(4), contents.get(7).detail());
        assertEquals(List.of(CHECKLIST), caseFile.incident().checklists());
        caseFile.custody().verify();
        caseFile.verifyAll(Progress.NONE);
    }

    @Test
    void recoveryTakesOutAnEntryThatNobodyCanReadAndTellsWhatIsKnownOfIt() {
        IncidentEntries.one(1, "pc").forEach(this::add);
        caseFile.close();
        sql("update incident_entry set choice = 'TELEGRAM' where kind = 'TOLD'");
        sql("update incident_entry set spent_seconds = 9000000000000000000 where kind = 'REOPENED'");
        Path fresh = folder.resolve("fresh.mv.db");
        List<String> lost = CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE);
        assertTrue(lost.stream().anyMatch(what -> what.startsWith("entry 3 of the incident's log, by ann at ")
                && what.endsWith("'do not open it'")), lost.toString());
        try (CaseFile made = CaseFile.open(fresh)) {
            assertEquals(5, made.incident().entries().size());
            assertEquals(IncidentEntries.one(1, "pc").getFirst(), made.incident().entries().getFirst().content());
            made.verifyAll(Progress.NONE);
            made.custody().verify();
        }
    }
}
