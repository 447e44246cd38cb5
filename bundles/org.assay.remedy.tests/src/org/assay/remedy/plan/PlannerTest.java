package org.assay.remedy.plan;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedValue;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.moved;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.special;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.unread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    private static final String RUN = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    private static List<Action> plan(TaggedChange... changes) {
        return Planner.plan(Arrays.asList(changes), _ -> true, List.of()).actions();
    }

    private static Action only(Decision decision, Change change) {
        List<Action> actions = plan(tagged(decision, change)).stream().filter(action -> action.phase() != Phase.RESTART).toList();
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
        assertEquals(new Action.RestoreValue(1, before, Optional.empty()), only(Decision.REPAIR, removed(1, before)));
        ValueItem bad = string(RUN, "X", "bad");
        assertEquals(new Action.RestoreValue(2, before, Optional.of(bad)),
                only(Decision.REPAIR, modified(2, before, bad, Attribute.VALUE_DATA)));
        assertEquals(new Action.RemoveValue(3, string(RUN, "y", "evil.exe")), only(Decision.REPAIR, addedValue(3, RUN, "y")));
    }

    @Test
    void repairMakesAKeyAgainUnlessItHasAClassName() {
        assertEquals(new Action.RestoreKey(1, key(RUN)), only(Decision.REPAIR, removed(1, key(RUN))));
        KeyItem classed = KeyItem.of(keyPlace(RUN), Optional.empty(), Optional.of("Secret\n"), Optional.empty(), false);
        assertTrue(manual(Decision.REPAIR, removed(2, classed)).contains("class name: \"Secret\\n\". The present one: none."));
        assertTrue(manual(Decision.REPAIR, modified(3, key(RUN), classed, Attribute.CLASS_NAME)).contains("class name: none."));
    }

    @Test
    void repairTakesAnAddedFileAway() {
        FileItem evil = file("C:/evil.exe", "worm");
        assertEquals(new Action.Quarantine(7, evil), only(Decision.REPAIR, added(7, evil)));
    }

    @Test
    void repairOfAChangedFileTakesWhatIsThereAndPutsTheBaselinesBack() {
        FileItem good = file("C:/win.ini", "good");
        FileItem bad = file("C:/win.ini", "bad");
        assertEquals(new Action.RestoreFile(1, good, Optional.of(bad)), only(Decision.REPAIR, modified(1, good, bad, Attribute.CONTENT)));
    }

    @Test
    void whatIsMissingIsPutBackFilesLinksAndFoldersAlike() {
        for (FileItem gone : List.of(owned(file("/etc/passwd", "root"), 0644, "root", "wheel"), link("/etc/x", "/usr\n/x"),
                directory("/srv"))) {
            assertEquals(new Action.RestoreFile(1, gone, Optional.empty()), only(Decision.REPAIR, removed(1, gone)));
        }
    }

    @Test
    void aLinkInPlaceOfAFileIsTakenAwayFirst() {
        FileItem good = file("/etc/passwd", "root");
        FileItem bad = link("/etc/passwd", "/tmp/x");
        assertEquals(new Action.RestoreFile(1, good, Optional.of(bad)), only(Decision.REPAIR, modified(1, good, bad, Attribute.KIND)));
    }

    @Test
    void whatNoScriptCanTellIsLeftToAPerson() {
        assertTrue(manual(Decision.REPAIR, modified(1, file("/a", "good"), directory("/a"), Attribute.KIND))
                .contains("What is there now is not a file or a link"));
        assertTrue(manual(Decision.REPAIR, modified(2, directory("/a"), special("/a", FileKind.FIFO), Attribute.KIND))
                .contains("What is there now is not a file or a link"));
        assertTrue(manual(Decision.REPAIR, removed(3, special("/a", FileKind.FIFO))).contains("Restore it from the gold image: a named"));
        assertTrue(manual(Decision.REPAIR, removed(4, unread("/a", 5))).contains("SHA-256 unknown"));
        assertTrue(manual(Decision.REPAIR, moved(5, file("C:/x", "x"), file("D:/x", "x"))).contains("The baseline has it at: C:\\x"));
    }

    @Test
    void rightsAndTimesAreGivenAgainAndFlagsAreNot() {
        FileItem good = owned(file("/bin/su", "su"), 0755, "root", "root");
        FileItem bad = owned(file("/bin/su", "su"), 04755, "root", "root");
        assertEquals(new Action.RestoreAttributes(1, good, bad), only(Decision.REPAIR, modified(1, good, bad, Attribute.MODE)));
        assertEquals(new Action.RestoreAttributes(2, good, bad), only(Decision.REPAIR, modified(2, good, bad, Attribute.MODIFIED_TIME)));
        assertTrue(manual(Decision.REPAIR, modified(3, good, bad, Attribute.FLAGS)).contains("No script sets flags"));
    }

    @Test
    void aMovedFileGoesBack() {
        FileItem was = file("C:/A/x", "x");
        FileItem is = file("C:/B/x", "x");
        assertEquals(new Action.MoveBack(1, was, is), only(Decision.REPAIR, moved(1, was, is)));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPAIR", "QUARANTINE"})
    void anAddedLinkIsMovedAsALinkAndAFolderTakenAwayOnceItIsEmpty(Decision decision) {
        assertEquals(new Action.Quarantine(1, link("/tmp/x", "/etc")), only(decision, added(1, link("/tmp/x", "/etc"))));
        Action folder = only(decision, added(2, directory("C:/Evil")));
        assertEquals(new Action.Quarantine(2, directory("C:/Evil")), folder);
        assertEquals(Phase.TIDY, folder.phase());
    }

    @ParameterizedTest
    @EnumSource(names = {"REPAIR", "QUARANTINE"})
    void whatIsSpecialOrHasNoDigestIsLeftToAPerson(Decision decision) {
        assertTrue(manual(decision, added(3, special("/tmp/p", FileKind.FIFO))).contains("It is a named pipe"));
        assertTrue(manual(decision, added(4, special("/dev/x", FileKind.BLOCK_DEVICE))).contains("It is a device"));
        assertTrue(manual(decision, added(5, unread("C:/locked.exe", 12))).contains("could not be read completely"));
    }

    @Test
    void quarantineMovesTheFileAsTheSuspectHasIt() {
        assertEquals(new Action.Quarantine(2, file("C:/new", "x")),
                only(Decision.QUARANTINE, moved(2, file("C:/old", "x"), file("C:/new", "x"))));
    }

    @Test
    void aChangedFileThatGoesIntoQuarantineLeavesAHoleToFill() {
        assertEquals(List.of(new Action.Quarantine(1, file("C:/a", "bad")),
                new Action.RestoreFile(1, file("C:/a", "good"), Optional.empty())),
                plan(tagged(Decision.QUARANTINE, modified(1, file("C:/a", "good"), file("C:/a", "bad"), Attribute.CONTENT))));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPAIR", "QUARANTINE"})
    void aHiveIsNotReplacedAsAWholeBesideTheStepsAboutItsKeys(Decision decision) {
        FileDetails hive = FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.REGISTRY_HIVE), Optional.empty());
        FileItem now = detailed(file("C:/Users/ann/NTUSER.DAT", "b"), hive);
        assertTrue(manual(decision, modified(1, file("C:/Users/ann/NTUSER.DAT", "a"), now, Attribute.CONTENT)).contains("It is a hive"));
        assertEquals(new Action.Quarantine(1, now), only(decision, added(1, now)));
    }

    @Test
    void whatRunsIsStoppedBeforeItsFileGoes() {
        FileItem evil = detailed(file("/tmp/evil", "worm"), FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.ELF),
                Optional.empty()));
        List<Action> actions = plan(tagged(Decision.QUARANTINE, added(1, evil)));
        assertEquals(List.of(new Action.StopProcesses(1, evil), new Action.Quarantine(1, evil)), actions.subList(0, 2));
        assertEquals(List.of(Phase.STOP, Phase.MOVE, Phase.RESTART), actions.stream().map(Action::phase).toList());
    }

    @Test
    void whatStartsSomethingIsMovedFirstAndFoldersComeBeforeWhatIsPutIntoThem() {
        List<Action> actions = Planner.plan(List.of(tagged(Decision.REPAIR, removed(1, file("/a/b/c", "x"))),
                tagged(Decision.REPAIR, removed(2, directory("/a"))), tagged(Decision.REPAIR, removed(3, directory("/a/b"))),
                tagged(Decision.QUARANTINE, added(4, file("/bin/evil", "worm"))),
                tagged(Decision.QUARANTINE, added(5, file("/etc/cron.d/evil", "* * * * * root /bin/evil"))),
                tagged(Decision.QUARANTINE, added(6, directory("/evil"))), tagged(Decision.QUARANTINE, added(7, directory("/evil/deep")))),
                _ -> true, List.of(startup(place("/etc/cron.d/evil")))).actions();
        assertEquals(List.of(5, 4, 2, 3, 1, 7, 6), actions.stream().map(Action::change).toList());
    }

    private static StartupRow startup(Location location) {
        return new StartupRow(new StartupEntry("cron", "cron", "cron", "T1053.003", Severity.HIGH, location, "", "", TargetOutcome.NONE, "",
                Optional.empty(), false, false, Optional.empty(), EntryDetails.NONE), EntryChange.ADDED, Optional.empty(),
                TargetVerdict.ADDED, Severity.HIGH, "", 0);
    }

    @Test
    void everyStepSaysWhoDecidedItAndWhy() {
        Step step = Planner.plan(List.of(tagged(Decision.QUARANTINE, "W32.PrettyPark", added(1, file("C:/x", "worm"),
                new Finding("f", Severity.HIGH, "It starts by itself.")))), _ -> true, List.of()).steps().getFirst();
        assertEquals("Tagged quarantine by mara: W32.PrettyPark It starts by itself.", step.reason());
        assertEquals(1, step.number());
    }

    @Test
    void quarantineOfWhatIsGoneIsLeftToAPerson() {
        assertTrue(manual(Decision.QUARANTINE, removed(1, file("C:/a", "a"))).contains("does not have it any more"));
    }

    @Test
    void quarantineInTheRegistryRemovesWhatWasAddedAndNothingElse() {
        assertEquals(new Action.RemoveValue(1, string(RUN, "y", "evil.exe")), only(Decision.QUARANTINE, addedValue(1, RUN, "y")));
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
        assertEquals(List.of(3, 4, 5, 2, 1, 3), actions.stream().map(Action::change).toList());
    }
}
