package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedKey;
import static org.assay.remedy.Changes.addedValue;
import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.remedy.Changes.valueBelow;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.sz;
import static org.assay.testkit.Items.unread;
import static org.assay.testkit.Items.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.text.Space;
import org.assay.remedy.plan.Action;
import org.assay.testkit.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private static TaggedChange repair(Change change) {
        return tagged(Decision.REPAIR, change);
    }

    private static Routing allot(TaggedChange... changes) {
        return Routing.of(contents(changes));
    }

    private static String onlyManual(Routing work) {
        assertEquals(List.of(), work.imported());
        assertEquals(1, work.manual().size());
        return work.manual().getFirst().why();
    }

    @Test
    void whatIsInTheRegistryAndCanBeSaidGoesToTheImport() {
        Routing work = allot(repair(addedValue(1, "HKLM\\Run", "x")), repair(addedKey(2, "HKLM\\Software\\Evil")),
                repair(removed(3, string("HKU\\S-1-5-21\\Run", "y", "good"))));
        assertEquals(List.of(1, 2, 3), work.imported().stream().map(Action::change).toList());
        assertEquals(List.of(), work.manual());
    }

    @ParameterizedTest
    @CsvSource({"HKU\\ann\\Run, HKU\\S-1-5-21-7-8-9-1001\\Run", "HKU\\ANN\\Run, HKU\\S-1-5-21-7-8-9-1001\\Run",
        "HKU\\S-1-5-19\\Run, HKU\\S-1-5-19\\Run", "HKU\\.DEFAULT\\Run, HKU\\.DEFAULT\\Run",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services, HKLM\\SYSTEM\\CurrentControlSet\\Services"})
    void theImportNamesTheKeysThatTheRunningMachineHas(String location, String live) {
        Routing work = allot(repair(addedValue(1, location, "x")), repair(removed(2, string(location, "y", "good"))));
        assertEquals(List.of(live + " [x]", live + " [y]"),
                work.imported().stream().map(action -> action.location().text()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HKU\\bob\\Run", "HKU\\Default\\Run", "HKLM\\AMCACHE\\Root", "DELETED\\HKLM\\SOFTWARE", "HIVE\\C:\\x"})
    void aKeyThatTheRunningMachineMayNotHaveIsLeftToAPerson(String path) {
        onlyManual(allot(repair(addedValue(1, path, "x"))));
        onlyManual(allot(repair(removed(1, string(path, "y", "good")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIVE\\Software", "HIVE", "hklm\\Run", "HKEY_LOCAL_MACHINE\\x"})
    void aKeyWhoseRootNoMachineHasIsLeftToAPerson(String path) {
        assertTrue(onlyManual(allot(repair(addedValue(1, path, "x")))).contains("is not known"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run]", "a]b", "Run ", " Run", "Run\t", "a\u001bb", "a\u0085", "new\nline", "a\rb", "nul\0", ""})
    void aKeyThatOtherProgramsReadAsItsNeighbourIsLeftToAPerson(String name) {
        onlyManual(allot(repair(added(1, valueBelow("HKLM\\Software", name, "x")))));
        onlyManual(allot(repair(removed(1, valueBelow("HKLM\\Software", name, "x")))));
    }

    @Test
    void aWholeRootIsNeverRemoved() {
        assertTrue(onlyManual(allot(repair(addedKey(1, "HKLM")))).contains("root"));
    }

    @Test
    void aKeyThatBecameALinkIsNeitherRemovedNorWrittenThrough() {
        ValueItem link = value("HKLM\\Software\\Soft\\Evil", "SymbolicLinkValue", ValueType.LINK, sz("\\Registry\\Machine\\SYSTEM"));
        Routing work = allot(repair(addedKey(1, "HKLM\\Software\\Soft\\EVIL")), repair(added(2, link)));
        assertTrue(onlyManual(work).contains("symbolic link"));
        assertTrue(onlyManual(allot(repair(addedKey(1, "HKLM\\Software\\Soft")), repair(addedKey(2, "HKLM\\Software\\Soft\\Evil")),
                repair(added(3, link))))
                .contains("symbolic link"));
        assertTrue(onlyManual(allot(untagged(added(1, link)), repair(removed(2, string("HKLM\\Software\\Soft\\evil\\deep", "v", "good")))))
                .contains("symbolic link"));
        assertEquals(1, allot(untagged(added(1, link)), repair(removed(2, string("HKLM\\Software\\Soft\\Evil2", "v",
                "good")))).imported().size());
        assertEquals(1, allot(untagged(added(1, link)), repair(addedValue(2, "HKLM\\Software\\Soft", "Evil"))).imported().size());
    }

    @Test
    void noLinkIsMadeByAnImport() {
        ValueItem link = value("HKLM\\A", "SymbolicLinkValue", ValueType.LINK, sz("\\Registry\\Machine\\B"));
        assertTrue(onlyManual(allot(repair(removed(1, link)))).contains("symbolic link"));
    }

    @Test
    void aKeyWithAGapInItOrAboveItIsNotRemoved() {
        TaggedChange key = repair(addedKey(1, "HKLM\\Soft\\Evil"));
        for (String place : List.of("HKLM", "HKLM\\Soft\\Evil", "HKLM\\Soft\\Evil\\deep")) {
            List<Gap> gaps = List.of(new Gap(keyPlace(place), GapReason.DAMAGED, "torn"));
            assertTrue(onlyManual(Routing.of(contents(List.of(key), List.of(), gaps, List.of()))).contains("could not be read"));
            assertTrue(onlyManual(Routing.of(contents(List.of(key), List.of(), List.of(), gaps))).contains("could not be read"));
        }
        List<Gap> elsewhere = List.of(new Gap(keyPlace("HKLM\\Soft\\Other"), GapReason.DAMAGED, "torn"),
                new Gap(Location.file(""), GapReason.DAMAGED, "torn"));
        assertEquals(1, Routing.of(contents(List.of(key), List.of(), elsewhere, elsewhere)).imported().size());
    }

    @Test
    void aFileThatOnlyTheShellCanNameIsListedForWindows() {
        Routing work = allot(tagged(Decision.QUARANTINE, added(1, file("C:/caf\u00e9.exe", "worm"))),
                tagged(Decision.QUARANTINE, added(2, file("C:/worm.exe", "worm"))),
                        tagged(Decision.QUARANTINE, added(3, file("disk/\u00e9", "worm"))));
        assertEquals(List.of(1, 2, 3), work.shell().stream().map(step -> step.action().change()).toList());
        assertEquals(List.of(2), work.batch().stream().map(step -> step.action().change()).toList());
        assertEquals(List.of(), work.manual());
        assertTrue(work.notInBatch().get(1).contains("printable ASCII"), work.notInBatch()::toString);
        assertEquals(1, work.notInBatch().size());
    }

    @Test
    void manualStepsAboutTheRegistryComeFirst() {
        Routing work = allot(tagged(Decision.QUARANTINE, added(1, unread("C:/a", 7))),
                repair(addedValue(2, "HIVE\\x", "y")), tagged(Decision.QUARANTINE, removed(3, string("HKLM\\x", "y", "z"))));
        assertEquals(List.of(2, 3, 1), work.manual().stream().map(Action::change).toList());
        assertEquals(2, work.manualRegistrySteps());
    }

    @Test
    void noActionIsLostWhateverTheNames() {
        List<TaggedChange> changes = new ArrayList<>();
        List<String> names = new ArrayList<>(HostileNames.all());
        names.addAll(List.of("", ".", "nul\0", "\ud83d", "a]", "\\"));
        for (String name : names) {
            FileItem evil = file(new Location(Space.FILE, List.of("C:", name, name)), "worm");
            changes.add(tagged(Decision.QUARANTINE, added(changes.size() + 1, evil)));
            changes.add(repair(added(changes.size() + 1, string("HKLM\\Added", name, "evil"))));
            changes.add(repair(added(changes.size() + 1, valueBelow("HKLM\\Below", name, name))));
            changes.add(repair(removed(changes.size() + 1, valueBelow("HKLM\\Gone", name, name))));
        }
        ExportContents contents = contents(changes.toArray(TaggedChange[]::new));
        assertEquals(changes.size() + 1, contents.plan().actions().size(), "and a restart");
        Routing work = Routing.of(contents);
        List<Integer> found = new ArrayList<>();
        work.imported().forEach(action -> found.add(action.change()));
        work.shell().forEach(step -> found.add(step.action().change()));
        work.manual().forEach(step -> found.add(step.change()));
        assertEquals(changes.stream().map(tagged -> tagged.change().number()).toList(), found.stream().sorted().toList());
        assertTrue(work.shell().containsAll(work.batch()));
    }
}
