package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedValue;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.moved;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.sha256;
import static org.assay.testkit.Items.special;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.unread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.remediation.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    private static final String RUN = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    private static List<Action> plan(TaggedChange... changes) {
        return Planner.plan(Arrays.asList(changes), _ -> true).actions();
    }

    private static Action only(Decision decision, Change change) {
        List<Action> actions = plan(tagged(decision, change));
        assertEquals(1, actions.size(), actions::toString);
        return actions.getFirst();
    }

    private static String manual(Decision decision, Change change) {
        Action.ManualStep step = assertInstanceOf(Action.ManualStep.class, only(decision, change));
        assertEquals(change.location(), step.location());
        return step.why() + " | " + String.join(" | ", step.steps());
    }

    @Test
    void whatIsUntaggedAcceptedOrToBeInvestigatedHasNoAction() {
        assertEquals(List.of(), plan(untagged(addedValue(1, RUN, "a")), tagged(Decision.ACCEPT, addedValue(2, RUN, "b")),
                tagged(Decision.INVESTIGATE, addedValue(3, RUN, "c"))));
    }

    @Test
    void repairRestoresAndRemovesRegistryValues() {
        ValueItem before = string(RUN, "x", "good");
        assertEquals(new Action.RestoreValue(1, before), only(Decision.REPAIR, removed(1, before)));
        assertEquals(new Action.RestoreValue(2, before),
                only(Decision.REPAIR, modified(2, before, string(RUN, "X", "bad"), Attribute.VALUE_DATA)));
        assertEquals(new Action.RemoveValue(3, keyPlace(RUN).value("y")), only(Decision.REPAIR, addedValue(3, RUN, "y")));
    }

    @Test
    void repairMakesAKeyAgainUnlessItHasAClassName() {
        assertEquals(new Action.RestoreKey(1, keyPlace(RUN)), only(Decision.REPAIR, removed(1, key(RUN))));
        KeyItem classed = KeyItem.of(keyPlace(RUN), Optional.empty(), Optional.of("Secret\n"), Optional.empty(), false);
        assertTrue(manual(Decision.REPAIR, removed(2, classed)).contains("class name: \"Secret\\n\". The present one: none."));
        assertTrue(manual(Decision.REPAIR, modified(3, key(RUN), classed, Attribute.CLASS_NAME)).contains("class name: none."));
    }

    @Test
    void repairTakesAnAddedFileAway() {
        assertEquals(new Action.QuarantineFile(7, place("C:/evil.exe"), sha256("worm")),
                only(Decision.REPAIR, added(7, file("C:/evil.exe", "worm"))));
    }

    @Test
    void repairOfAChangedFileNamesWhatToPutBack() {
        String steps = manual(Decision.REPAIR, modified(1, file("C:/win.ini", "good"), file("C:/win.ini", "bad"), Attribute.CONTENT));
        assertTrue(steps.contains("Keep what is there now as evidence: a file of 3 bytes, SHA-256 " + sha256("bad").hex()), steps);
        assertTrue(steps.contains("Restore the baseline's file from the gold image or the original medium: a file of 4 bytes, SHA-256 "
                + sha256("good").hex()), steps);
    }

    @Test
    void repairOfARemovedFileNamesItsRightsToo() {
        String steps = manual(Decision.REPAIR, removed(1, owned(file("/etc/passwd", "root"), 0644, "root", "wheel")));
        assertTrue(steps.startsWith("It is missing"), steps);
        assertTrue(steps.contains("Restore mode 0644, owner root, group wheel."), steps);
    }

    @Test
    void repairOfRightsOnlyDoesNotAskForTheContent() {
        String steps = manual(Decision.REPAIR, modified(1, owned(file("/bin/su", "su"), 0755, "root", "root"),
                owned(file("/bin/su", "su"), 04755, "root", "root"), Attribute.MODE));
        assertTrue(steps.contains("mode 0755") && !steps.contains("gold image"), steps);
    }

    @Test
    void repairOfATimeOnlySaysSo() {
        assertTrue(manual(Decision.REPAIR, modified(1, file("/a", "a"), file("/a", "a"), Attribute.MODIFIED_TIME))
                .contains("Only its time of change differs: 1999-04-23T22:22:00Z in the baseline."));
    }

    @Test
    void repairOfAMovedFileNamesTheOldPlace() {
        assertTrue(manual(Decision.REPAIR, moved(1, file("C:/A/x", "x"), file("C:/B/x", "x")))
                .contains("The baseline has it at: C:\\A\\x"));
    }

    @Test
    void repairOfARemovedLinkNamesItsTargetVisibly() {
        assertTrue(manual(Decision.REPAIR, removed(1, link("/etc/x", "/usr\n/x")))
                .contains("Create the link again: a link to \"/usr\\n/x\"."));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPAIR", "QUARANTINE"})
    void whatIsNoRegularFileOrHasNoDigestIsLeftToAPerson(Decision decision) {
        assertTrue(manual(decision, added(1, directory("C:/Evil"))).contains("It is a folder"));
        assertTrue(manual(decision, added(2, link("/tmp/x", "/etc"))).contains("without following it"));
        assertTrue(manual(decision, added(3, special("/tmp/p", FileKind.FIFO))).contains("It is a named pipe"));
        assertTrue(manual(decision, added(4, special("/dev/x", FileKind.BLOCK_DEVICE))).contains("It is a device"));
        assertTrue(manual(decision, added(5, unread("C:/locked.exe", 12))).contains("could not be read completely"));
    }

    @Test
    void quarantineMovesTheFileAsTheSuspectHasIt() {
        assertEquals(new Action.QuarantineFile(2, place("C:/new"), sha256("x")),
                only(Decision.QUARANTINE, moved(2, file("C:/old", "x"), file("C:/new", "x"))));
    }

    @Test
    void aChangedFileThatGoesIntoQuarantineLeavesAHoleToFill() {
        List<Action> actions = plan(tagged(Decision.QUARANTINE,
                modified(1, file("C:/a", "good"), file("C:/a", "bad"), Attribute.CONTENT)));
        assertEquals(new Action.QuarantineFile(1, place("C:/a"), sha256("bad")), actions.getFirst());
        Action.ManualStep step = assertInstanceOf(Action.ManualStep.class, actions.getLast());
        assertTrue(step.steps().getFirst().contains(sha256("good").hex()), step::toString);
        assertEquals(2, actions.size());
    }

    @Test
    void quarantineOfWhatIsGoneIsLeftToAPerson() {
        assertTrue(manual(Decision.QUARANTINE, removed(1, file("C:/a", "a"))).contains("does not have it any more"));
    }

    @Test
    void quarantineInTheRegistryRemovesWhatWasAddedAndNothingElse() {
        assertEquals(new Action.RemoveValue(1, keyPlace(RUN).value("y")), only(Decision.QUARANTINE, addedValue(1, RUN, "y")));
        assertTrue(manual(Decision.QUARANTINE, removed(2, string(RUN, "x", "good"))).contains("the baseline has this too"));
        assertTrue(manual(Decision.QUARANTINE, modified(3, string(RUN, "x", "a"), string(RUN, "x", "b"), Attribute.VALUE_DATA))
                .contains("the baseline has this too"));
    }

    @Test
    void theRegistryComesBeforeFilesAndAPersonLast() {
        List<Action> actions = plan(tagged(Decision.REPAIR, modified(1, file("C:/a", "a"), file("C:/a", "b"), Attribute.CONTENT)),
                tagged(Decision.QUARANTINE, added(2, file("C:/WINDOWS/SYSTEM/FILES32.VXD", "worm"))),
                tagged(Decision.REPAIR, addedValue(3, RUN, "worm")), tagged(Decision.REPAIR, removed(4, key("HKLM\\Gone"))),
                tagged(Decision.REPAIR, removed(5, string("HKLM\\Gone", "v", "w"))));
        assertEquals(List.of(4, 5, 3, 2, 1), actions.stream().map(Action::change).toList());
    }
}
