package org.assay.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.assay.model.Severity;
import org.assay.model.fleet.LookAlikes.Alike;
import org.assay.model.fleet.LookAlikes;
import org.assay.testkit.Items;

class LookAlikeSearchTest {

    private static List<LookAlikes> of(Alike alike, Machines machines) {
        return LookAlikeSearch.of(machines.read()).stream().filter(group -> group.alike() == alike).toList();
    }

    private static Machines three() {
        return new Machines().host("a").host("b").host("c").host("d").host("e").host("f");
    }

    @Test
    void theSameContentUnderOtherNamesIsAGroup() {
        Machines machines = three().added("a", Severity.LOW, Items.file("C:/one.exe", "worm"))
                .added("b", Severity.LOW, Items.file("C:/two.exe", "worm")).added("c", Severity.LOW, Items.file("C:/three.exe", "other"));
        List<LookAlikes> groups = of(Alike.CONTENT, machines);
        assertEquals(1, groups.size());
        assertEquals(List.of("C:\\one.exe", "C:\\two.exe"), groups.getFirst().changes().stream()
                .map(one -> one.location().text()).toList());
    }

    @Test
    void theSameNameWithOtherContentIsAGroup() {
        Machines machines = three().added("a", Severity.LOW, Items.file("C:/one.exe", "worm"))
                .added("b", Severity.LOW, Items.file("C:/ONE.EXE", "poly")).added("c", Severity.LOW, Items.file("C:/two.exe", "other"));
        assertEquals(List.of(2), of(Alike.PLACE, machines).stream().map(group -> group.changes().size()).toList());
    }

    @Test
    void randomNamesOfOnePatternInOneFolderAreAGroup() {
        Machines machines = three().added("a", Severity.LOW, Items.file("C:/WINDOWS/kqwzxv.exe", "1"))
                .added("b", Severity.LOW, Items.file("C:/WINDOWS/plmoki.exe", "2")).added("c", Severity.LOW,
                        Items.file("C:/WINDOWS/ujmnhy.EXE", "3"));
        machines.added("a", Severity.LOW, Items.file("C:/WINDOWS/longer name.exe", "4"));
        List<LookAlikes> groups = of(Alike.PATTERN, machines);
        assertEquals(1, groups.size());
        assertEquals(3, groups.getFirst().changes().size());
        assertEquals("C:\\WINDOWS: aaaaaa.exe", groups.getFirst().what());
    }

    @Test
    void shortDataAndWhatIsGoneAreNotAlike() {
        Machines machines = three().added("a", Severity.LOW, Items.dword("HKLM\\x", "a", 1)).added("b", Severity.LOW,
                Items.dword("HKLM\\x", "b", 1)).removed("a", Items.file("C:/p", "p")).removed("b", Items.file("C:/q", "p"));
        assertTrue(LookAlikeSearch.of(machines.read()).isEmpty());
    }
}
