package org.assay.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Decision;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.testkit.Items;

class FleetReadingTest {

    @Test
    void theSameChangeOfSeveralHostsIsOneWhateverTheLetterCase() {
        Fleet fleet = new Machines().host("a").host("b").host("c")
                .added("a", Severity.LOW, Machines.file("C:/WINDOWS/worm.vbs", "worm", "2000-05-04T10:00:00Z"))
                .added("b", Severity.HIGH, Machines.file("C:/Windows/Worm.VBS", "worm", "2000-05-04T08:00:00Z"))
                .added("c", Severity.LOW, Machines.file("C:/WINDOWS/worm.vbs", "another", "2000-05-04T09:00:00Z")).read();
        assertEquals(2, fleet.changes().size());
        FleetChange shared = fleet.changes().stream().filter(change -> change.hosts().count() == 2).findFirst().orElseThrow();
        assertEquals(List.of("a", "b"), fleet.names(shared.hosts()));
        assertEquals(Severity.HIGH, shared.severity());
        assertEquals(Optional.of(Instant.parse("2000-05-04T08:00:00Z")), shared.firstTime());
        assertEquals(1, shared.numbers().get(1));
    }

    @Test
    void registryNamesMeetWithoutCaseAndDataMustBeTheSame() {
        Fleet fleet = new Machines().host("a").host("b").host("c")
                .added("a", Severity.LOW, Items.string("HKLM\\Software\\Run", "Agent", "x.exe"))
                .added("b", Severity.LOW, Items.string("HKLM\\SOFTWARE\\RUN", "AGENT", "x.exe"))
                .added("c", Severity.LOW, Items.string("HKLM\\SOFTWARE\\RUN", "AGENT", "y.exe")).read();
        assertEquals(List.of(2, 1), fleet.changes().stream().map(change -> change.hosts().count()).sorted((x, y) -> y - x).toList());
    }

    @Test
    void aTagCountsOnTheHostsOnWhichItHolds() {
        Fleet fleet = new Machines().host("a").host("b").tagged("a", Decision.QUARANTINE, Items.file("C:/x.exe", "x"))
                .added("b", Severity.LOW, Items.file("C:/x.exe", "x")).read();
        FleetChange change = fleet.changes().getFirst();
        assertEquals(List.of("a"), fleet.names(change.tags().get(Decision.QUARANTINE)));
        assertTrue(change.isMark());
        assertEquals(List.of("a", "b"), fleet.names(change.hosts()));
    }

    @Test
    void whereAPlaceWasNotReadOrNotAskedForItCannotBeTold() {
        Fleet fleet = new Machines().host("has").host("lacks").host("denied").host("registry").notCompared("unknown")
                .registryOnly("registry").gap("denied", Location.file("C:", "Windows"))
                .added("has", Severity.HIGH, Items.file("C:/WINDOWS/SYSTEM/x.exe", "x")).read();
        Location place = fleet.changes().getFirst().location();
        assertEquals(List.of("denied", "registry", "unknown"), fleet.names(fleet.cannotTell(place)));
        assertEquals(List.of("registry", "unknown"), fleet.names(fleet.cannotTell(Location.file("C:", "boot.ini"))));
        assertEquals(List.of("unknown"), fleet.names(fleet.cannotTell(Location.key("HKLM", "Software"))));
    }

    @Test
    void aGapHidesTheValuesAndStreamsBelowIt() {
        Fleet fleet = new Machines().host("a").gap("a", Location.key("HKLM", "SAM")).gap("a", Location.file("C:", "x.exe")).read();
        assertFalse(fleet.cannotTell(Location.key("HKLM", "sam").value("V")).isEmpty());
        assertFalse(fleet.cannotTell(Location.file("C:", "X.EXE").stream("ads")).isEmpty());
        assertTrue(fleet.cannotTell(Location.key("HKLM", "SAMBA")).isEmpty());
        assertTrue(fleet.cannotTell(Location.file("C:", "x.exe2")).isEmpty());
    }
}
