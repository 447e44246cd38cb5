package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Progress;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.junit.jupiter.api.Test;

/** The traces of three worms, laid beside a clean Windows 98. */
class DemoWormsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String VERSION = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion";
    private static final String SYSTEM = "C:\\WINDOWS\\SYSTEM\\";

    private static MemorySnapshot gold() {
        return machine("\"%1\" %*", "about:home");
    }

    private static MemorySnapshot machine(String exefile, String startPage) {
        return new MemorySnapshot().with("C:\\IO.SYS", "C:\\WINDOWS\\EXPLORER.EXE", SYSTEM + "SYSTRAY.EXE", "C:\\WINDOWS\\SCANREGW.EXE")
                .withText("C:\\AUTOEXEC.BAT", "@ECHO OFF\r\nSET PATH=C:\\WINDOWS\r\n")
                .withText("C:\\WINDOWS\\win.ini", "[windows]\r\nload=\r\nrun=\r\n")
                .withText("C:\\WINDOWS\\system.ini", "[boot]\r\nshell=Explorer.exe\r\n")
                .value(VERSION, "SystemRoot", "C:\\WINDOWS")
                .value(VERSION + "\\Run", "SystemTray", "SysTray.Exe")
                .value(VERSION + "\\Run", "ScanRegistry", "C:\\WINDOWS\\scanregw.exe /autorun")
                .value("HKLM\\Software\\CLASSES\\exefile\\shell\\open\\command", "", exefile)
                .value("HKCU\\Software\\Microsoft\\Internet Explorer\\Main", "Start Page", startPage);
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
    }

    /** The rows that are not what they were, as id, label, path and verdict. */
    private static List<String> news(MemorySnapshot gold, MemorySnapshot infected) {
        return rows(gold, infected).stream().filter(row -> row.severity() != Severity.INFO).map(row -> row.severity() + " " + row.change()
                + " " + row.entry().catalogueId() + " " + row.entry().label() + " -> " + row.entry().targetPath() + " " + row.target())
                        .toList();
    }

    private static List<StartupRow> rows(MemorySnapshot gold, MemorySnapshot infected) {
        return StartupComparison.join(scan(gold), scan(infected), changes(gold, infected), List.of());
    }

    /** A comparison simple enough to stand in a test. */
    static List<Change> changes(MemorySnapshot before, MemorySnapshot after) {
        List<Item> old = list(before);
        List<Item> made = list(after);
        List<Change> changes = new ArrayList<>();
        for (Item item : made) {
            Optional<Item> was = old.stream().filter(each -> each.location().sameAs(item.location())).findFirst();
            if (was.isEmpty()) {
                changes.add(Change.of(changes.size() + 1, ChangeKind.ADDED, was, Optional.of(item), Set.of(), List.of()));
            } else if (!same(was.get(), item)) {
                changes.add(Change.of(changes.size() + 1, ChangeKind.MODIFIED, was, Optional.of(item), Set.of(item instanceof FileItem
                        ? Attribute.CONTENT : Attribute.VALUE_DATA), List.of()));
            }
        }
        old.stream().filter(item -> made.stream().noneMatch(each -> each.location().sameAs(item.location()))).forEach(item -> changes
                .add(Change.of(changes.size() + 1, ChangeKind.REMOVED, Optional.of(item), Optional.empty(), Set.of(), List.of())));
        return changes;
    }

    private static boolean same(Item one, Item two) {
        return one instanceof FileItem left && two instanceof FileItem right ? left.sha256().equals(right.sha256())
                : !(one instanceof ValueItem) || one.equals(two);
    }

    private static List<Item> list(MemorySnapshot snapshot) {
        List<Item> items = new ArrayList<>();
        try (ItemStream stream = snapshot.items()) {
            stream.forEachRemaining(items::add);
        }
        return items;
    }

    @Test
    void aCleanMachineHasNothingGrave() {
        assertEquals(List.of(), news(gold(), gold()));
    }

    @Test
    void loveLetterIsFoundWithItsFiles() {
        MemorySnapshot infected = machine("\"%1\" %*", "http://www.skyinet.net/~young1s/WIN-BUGSFIX.exe")
                .with(SYSTEM + "MSKernel32.vbs", "C:\\WINDOWS\\Win32DLL.vbs", SYSTEM + "LOVE-LETTER-FOR-YOU.TXT.vbs",
                        "C:\\mirc\\script.ini")
                .value(VERSION + "\\Run", "MSKernel32", SYSTEM + "MSKernel32.vbs")
                .value(VERSION + "\\RunServices", "Win32DLL", "C:\\WINDOWS\\Win32DLL.vbs")
                .number("HKCU\\Software\\Microsoft\\Windows Scripting Host\\Settings", "Timeout", 0);
        assertEquals(List.of(
                "HIGH ADDED mirc-script-ini script.ini -> C:\\mirc\\script.ini ADDED",
                "HIGH ADDED run-hklm MSKernel32 -> C:\\WINDOWS\\SYSTEM\\MSKernel32.vbs ADDED",
                "HIGH ADDED runservices-hklm Win32DLL -> C:\\WINDOWS\\Win32DLL.vbs ADDED",
                "LOW CHANGED ie-startpage Start Page -> http://www.skyinet.net/~young1s/WIN-BUGSFIX.exe UNKNOWN",
                "LOW ADDED ms-windows-scripting-host-settings Timeout ->  UNKNOWN"), news(gold(), infected));
        StartupRow run = rows(gold(), infected).stream().filter(row -> row.entry().label().equals("MSKernel32")).findFirst().orElseThrow();
        assertEquals("Machine Run key: new entry `MSKernel32` starts `C:\\WINDOWS\\SYSTEM\\MSKernel32.vbs`, which is new, a script (by "
                + "extension).", run.sentence());
    }

    @Test
    void prettyParkIsFoundThoughNoRunKeyChanges() {
        MemorySnapshot infected = machine("FILES32.VXD \"%1\" %*", "about:home").with(SYSTEM + "FILES32.VXD");
        assertEquals(List.of("HIGH CHANGED class-exefile-hklm (Default) -> C:\\WINDOWS\\SYSTEM\\FILES32.VXD ADDED"), news(gold(),
                infected));
    }

    @Test
    void freelinkIsFoundByItsBareName() {
        MemorySnapshot infected = gold().with("C:\\WINDOWS\\LINKS.VBS", SYSTEM + "RUNDLL.VBS", "C:\\Pirch98\\EVENTS.INI")
                .value(VERSION + "\\Run", "Rundll", "RUNDLL.VBS");
        assertEquals(List.of("HIGH ADDED run-hklm Rundll -> C:\\WINDOWS\\SYSTEM\\RUNDLL.VBS ADDED",
                "MEDIUM ADDED pirch-events-ini EVENTS.INI -> C:\\Pirch98\\EVENTS.INI ADDED"), news(gold(), infected));
    }

    @Test
    void anEntryAndItsTargetAreWhatARowIsAbout() {
        MemorySnapshot infected = gold().with("C:\\WINDOWS\\LINKS.VBS", SYSTEM + "RUNDLL.VBS").value(VERSION + "\\Run", "Rundll",
                "RUNDLL.VBS");
        List<String> found = rows(gold(), infected).stream().filter(row -> row.severity() == Severity.HIGH)
                .flatMap(row -> row.places().stream()).map(Location::text).toList();
        assertEquals(List.of(VERSION + "\\Run [Rundll]", SYSTEM + "RUNDLL.VBS"), found);
    }

    @Test
    void cleaningTheWormsFileAloneIsSeenAsAMissingTarget() {
        MemorySnapshot infected = machine("FILES32.VXD \"%1\" %*", "about:home").with(SYSTEM + "FILES32.VXD");
        MemorySnapshot halfCleaned = machine("FILES32.VXD \"%1\" %*", "about:home");
        StartupRow row = rows(infected, halfCleaned).getFirst();
        assertEquals(TargetOutcome.MISSING, row.entry().outcome());
        assertEquals(TargetVerdict.MISSING, row.target());
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().contains("is not there"), row.sentence());
    }
}
