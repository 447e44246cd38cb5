package org.assay.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.Outlier;
import org.assay.model.fleet.Outliers;
import org.assay.model.fleet.Trait;
import org.assay.testkit.Items;

class OutlierSearchTest {

    private static final String POLICY = "HKLM\\Software\\Policies\\Microsoft\\Windows Script Host\\Settings";

    /** Hosts 0 to 2 are clean, 3 to 9 infected. */
    private static Machines machines() {
        Machines machines = new Machines();
        for (int host = 0; host < 10; host++) {
            String name = "h" + host;
            machines.host(name);
            if (host < 3) {
                machines.added(name, Severity.INFO, Items.dword(POLICY, "Enabled", 0));
                machines.added(name, Severity.INFO, Items.file("C:/Tools/tool.exe", "tool"));
            } else {
                machines.added(name, Severity.HIGH, Items.file("C:/worm.exe", "worm"));
            }
            if (host % 2 == 0) {
                machines.added(name, Severity.INFO, Items.file("C:/half.txt", "half"));
            }
        }
        return machines;
    }

    private static Outliers search(Fleet fleet) {
        return OutlierSearch.of(fleet, HostSet.of(IntStream.range(0, 3)), HostSet.of(IntStream.range(3, 10)));
    }

    @Test
    void whatAllOfOneSideHaveAndNoneOfTheOtherComesFirstAndSettingsBeforeFiles() {
        Outliers found = search(machines().read());
        Outlier first = found.rows().getFirst();
        assertEquals(Trait.POLICY, first.trait());
        assertEquals(new Outlier.Count(3, 3), first.one());
        assertEquals(new Outlier.Count(0, 7), first.other());
        assertTrue(first.isFew(), "three hosts are few");
        assertEquals("C:\\Tools\\tool.exe", found.rows().get(1).change().location().text());
        assertTrue(found.rows().stream().noneMatch(row -> row.change().isMark()), "marks are how the sides were told apart");
    }

    @Test
    void hostsOfWhichNothingIsKnownAtThePlaceDoNotCount() {
        Machines machines = machines().gap("h5", Location.key("HKLM", "SOFTWARE", "Policies"));
        assertEquals(new Outlier.Count(0, 6), search(machines.read()).rows().stream()
                .filter(row -> row.trait() == Trait.POLICY).findFirst().orElseThrow().other());
    }

    @Test
    void whatBothSidesHaveAlikeSeparatesNothing() {
        Machines machines = new Machines().host("a").host("b").host("c").host("d");
        machines.added("a", Severity.INFO, Items.file("C:/x", "x")).added("c", Severity.INFO, Items.file("C:/x", "x"));
        assertTrue(OutlierSearch.of(machines.read(), HostSet.of(IntStream.of(0, 1)), HostSet.of(IntStream.of(2, 3))).rows().isEmpty());
    }

    @Test
    void traitsFollowFromThePlace() {
        assertEquals(Trait.SERVICE, Trait.of(Location.key("HKLM", "SYSTEM", "CurrentControlSet", "Services", "x").value("Start")));
        assertEquals(Trait.HOTFIX, Trait.of(Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows NT", "CurrentVersion", "Hotfix", "Q1")));
        assertEquals(Trait.PROGRAM, Trait.of(Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows", "CurrentVersion", "Uninstall", "x")));
        assertEquals(Trait.SETTING, Trait.of(Location.key("HKLM", "SOFTWARE", "x").value("y")));
        assertEquals(Trait.FILE, Trait.of(Location.file("C:", "Policies")));
    }
}
