package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.item.ValueType;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataSource;
import org.assay.startup.catalogue.Place;
import org.assay.startup.catalogue.CleanDefault.Mode;
import org.assay.startup.format.TaskFileTest;
import org.junit.jupiter.api.Test;

/** Plants what the catalogue calls clean. */
class CleanDefaultsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final Set<Mode> LITERAL = EnumSet.of(Mode.EXACT, Mode.SET, Mode.PREFIX);

    private static List<AutostartLocation> withDefaults() {
        return CATALOGUE.locations().stream().filter(each -> each.kind().name().equals("registry-value")
                && LITERAL.contains(each.clean().mode()) && each.source() == DataSource.DATA).toList();
    }

    private static void plant(MemorySnapshot snapshot, AutostartLocation autostart, String text) {
        Place place = autostart.places().getFirst();
        String key = place.path().replace("%ControlSet%", "ControlSet001").replace("*", "x");
        String name = place.values().getFirst().equals("(Default)") ? "" : place.values().getFirst();
        if (text.matches("0x[0-9a-f]+|[0-9]")) {
            snapshot.number(key, name, Integer.decode(text));
        } else {
            snapshot.value(key, name, ValueType.EXPAND_SZ, MemorySnapshot.utf16(text + "\0"));
        }
    }

    private static MemorySnapshot cleanMachine() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\WINDOWS\\explorer.exe",
                "C:\\WINDOWS\\system32\\userinit.exe", "C:\\WINDOWS\\system32\\logon.scr", "C:\\WINDOWS\\notepad.exe")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "SystemRoot", "C:\\WINDOWS")
                .withText("C:\\AUTOEXEC.BAT", "").withText("C:\\WINDOWS\\win.ini", "[windows]\r\nload=\r\nrun=\r\n")
                .withText("C:\\WINDOWS\\system.ini", "[boot]\r\nshell=Explorer.exe\r\ndrivers=mmsystem.dll power.drv\r\n")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Windows", "AppInit_DLLs", "");
        withDefaults().forEach(autostart -> plant(snapshot, autostart, autostart.clean().values().getLast()));
        return snapshot;
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
    }

    @Test
    void everyLiteralDefaultIsCleanWhereTheWindowsFolderIsNotKnown() {
        List<String> unclean = new ArrayList<>();
        int count = 0;
        for (int number = 0; number < 10; number++) {
            MemorySnapshot snapshot = new MemorySnapshot();
            for (AutostartLocation autostart : withDefaults()) {
                if (number < autostart.clean().values().size()) {
                    plant(snapshot, autostart, autostart.clean().values().get(number));
                    count++;
                }
            }
            scan(snapshot).stream().filter(entry -> !entry.cleanDefault()).map(entry -> entry.catalogueId() + " " + entry.command())
                    .forEach(unclean::add);
        }
        assertEquals(List.of(), unclean);
        assertFalse(count < 100, "only " + count + " defaults were planted");
    }

    @Test
    void aCleanMachineAgainstItselfHasNothingToSay() {
        List<StartupEntry> entries = scan(cleanMachine());
        List<StartupRow> rows = StartupComparison.join(entries, entries, List.of(), List.of());
        assertEquals(entries.size(), rows.size());
        assertEquals(List.of(), rows.stream().filter(row -> row.severity() != Severity.INFO).map(StartupRow::sentence).toList());
    }

    @Test
    void cleanDefaultsThatAppearAreNotGrave() {
        List<StartupRow> rows = StartupComparison.join(List.of(), scan(cleanMachine()), List.of(), List.of());
        assertEquals(List.of(), rows.stream().filter(row -> row.severity() == Severity.HIGH).map(StartupRow::sentence).toList());
    }

    /** What real systems that nobody has touched hold, of several generations, besides the catalogue's literals. */
    private static MemorySnapshot realDefaults() {
        String control = "HKLM\\SYSTEM\\ControlSet001\\Control\\";
        String subsystems = control + "Session Manager\\SubSystems";
        String folders = "HKU\\Ann\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders";
        String startup = "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup";
        return cleanMachine().strings(subsystems, "Required", "Debug", "Windows").strings(subsystems, "Optional", "Posix")
                .value(subsystems, "Debug", "").value(subsystems, "Kmode", "\\SystemRoot\\System32\\win32k.sys")
                .value(subsystems, "Posix", "%SystemRoot%\\system32\\psxss.exe")
                .strings(control + "LsaExtensionConfig\\LsaSrv", "Extensions", "lsasrv.dll", "efslsaext.dll")
                .value(control + "NetworkProvider\\Order", "ProviderOrder", "P9NP,RDPNP,LanmanWorkstation,webclient")
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\WinSock2\\Parameters", "AutodialDLL", "rasadhlp.dll")
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\spectrum", "FailureCommand",
                        "\"C:\\WINDOWS\\System32\\Spectrum.exe\" -safemode")
                .value("HKU\\Ann\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce", "mctadmin",
                        "C:\\WINDOWS\\System32\\mctadmin.exe")
                .value(folders, "Startup", startup)
                .number("HKU\\Ann\\Software\\Microsoft\\Office\\16.0\\Outlook", "LoadMacroProviderOnBoot", 0)
                .withText("C:\\WINDOWS\\System32\\Tasks\\Microsoft\\Windows\\Defrag\\ScheduledDefrag",
                        TaskFileTest.xml("<Exec><Command>%windir%\\system32\\defrag.exe</Command><Arguments>-c -h -k</Arguments></Exec>"));
    }

    @Test
    void realSystemsThatNobodyTouchedHaveNothingGraveEvenWithoutABaseline() {
        assertEquals(List.of(), StartupComparison.alone(scan(realDefaults()), CATALOGUE).stream()
                .filter(row -> row.severity() == Severity.HIGH).map(StartupRow::sentence).toList());
    }

    @Test
    void aStartupFolderInAnotherUsersProfileIsNoDefault() {
        String folders = "HKU\\Bob\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders";
        String startup = "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup";
        assertEquals(Severity.HIGH, StartupComparison.alone(scan(new MemorySnapshot().value(folders, "Startup", startup)), CATALOGUE)
                .getFirst().severity());
    }

    @Test
    void aDefaultThatIsReplacedIsGraveWhateverItsLocation() {
        AutostartLocation flag = withDefaults().stream().filter(each -> each.id().equals("powershell-executionpolicy")).findFirst()
                .orElseThrow();
        MemorySnapshot clean = new MemorySnapshot();
        plant(clean, flag, "Restricted");
        MemorySnapshot replaced = new MemorySnapshot();
        plant(replaced, flag, "Bypass");
        assertEquals(Severity.LOW, flag.severity());
        assertEquals(Severity.HIGH, StartupComparison.join(scan(clean), scan(replaced), List.of(), List.of()).getFirst().severity());
        assertEquals(Severity.INFO, StartupComparison.join(scan(replaced), scan(clean), List.of(), List.of()).getFirst().severity());
    }

    @Test
    void namesOfValuesAndKeysCanBeWhatIsClean() {
        String version = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\ShellExecuteHooks";
        List<StartupEntry> entries = scan(new MemorySnapshot().value("HKLM\\SOFTWARE\\Classes\\.exe", "", "exefile")
                .value("HKLM\\SOFTWARE\\Classes\\.com", "", "exefile").value(version, "{AEB6717E-7E19-11d0-97EE-00C04FD91972}", "")
                .value(version, "{11111111-7E19-11d0-97EE-00C04FD91972}", "")
                .withKey("HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers\\{2781761E-28E0-4109-99FE-B9D127C57AFE}"));
        assertEquals(List.of("{2781761E-28E0-4109-99FE-B9D127C57AFE}", "exefile", "{AEB6717E-7E19-11d0-97EE-00C04FD91972}"),
                entries.stream().filter(StartupEntry::cleanDefault).map(StartupEntry::command)
                        .sorted((one, two) -> Boolean.compare(two.contains("278"), one.contains("278"))).toList());
        assertEquals(5, entries.size());
    }
}
