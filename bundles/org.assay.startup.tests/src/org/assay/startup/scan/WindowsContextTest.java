package org.assay.startup.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.item.ValueType;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;
import org.assay.startup.format.ByteWriter;
import org.assay.startup.format.TaskFileTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class WindowsContextTest {

    private static final String VERSION = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String SERVICE = "HKLM\\SYSTEM\\ControlSet001\\Services\\Evil";
    private static final String CACHE = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\";
    private static final String ID = "{11111111-2222-3333-4444-555555555555}";
    private static final String OTHER = "{11111111-2222-3333-4444-666666666666}";
    private static final String CLASSES = "HKLM\\SOFTWARE\\Classes\\";
    private static final String SSODL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\ShellServiceObjectDelayLoad";

    private static MemorySnapshot windows() {
        return new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\evil.exe", "C:\\evil.dll");
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries();
    }

    private static StartupEntry entry(MemorySnapshot snapshot, String id) {
        return scan(snapshot).stream().filter(entry -> entry.catalogueId().equals(id)).findFirst().orElseThrow();
    }

    private static byte[] approved(int first) {
        return new byte[] {(byte) first, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    }

    /** Actions as the Task Scheduler keeps them. */
    public static byte[] actions(String command, String arguments) {
        ByteWriter data = new ByteWriter().u16(3);
        string(data, "Author").u16(0x6666);
        string(data, "");
        string(data, command);
        string(data, arguments);
        string(data, "C:\\Work").u16(0).u16(0x7777);
        return string(string(data, "").guid(ID), "some").toArray();
    }

    private static ByteWriter string(ByteWriter data, String text) {
        return data.u32(2L * text.length()).utf16(text);
    }

    @ParameterizedTest
    @CsvSource({"2, DISABLED, false", "3, DISABLED, true", "6, DISABLED, false", "7, DISABLED, true"})
    void aRunValueThatAUserSwitchedOffIsDisabled(int first, EntryState state, boolean off) {
        for (String root : List.of("HKLM", "HKCU", "HKU\\S-1-5-21-1")) {
            StartupEntry entry = scan(windows().value(root + VERSION + "Run", "Evil", "C:\\evil.exe")
                    .value(root + VERSION + "Explorer\\StartupApproved\\Run", "evil", ValueType.BINARY, approved(first)))
                    .stream().filter(each -> each.catalogueId().startsWith("run-")).findFirst().orElseThrow();
            assertEquals(off ? state : EntryState.ENABLED, entry.details().state());
            assertEquals(root.equals("HKLM") ? "" : root.equals("HKCU") ? "current user" : "S-1-5-21-1", entry.details().user());
        }
    }

    @Test
    void aNoteOnAnotherHiveOrOnTheOtherViewSwitchesNothingOff() {
        MemorySnapshot snapshot = windows().value("HKLM" + VERSION + "Run", "Evil", "C:\\evil.exe")
                .value("HKLM" + VERSION + "Explorer\\StartupApproved\\Run32", "Evil", ValueType.BINARY, approved(3))
                .value("HKCU" + VERSION + "Explorer\\StartupApproved\\Run", "Evil", ValueType.BINARY, approved(3));
        assertEquals(EntryState.ENABLED, entry(snapshot, "run-hklm").details().state());
        MemorySnapshot is32Bit = windows().value("HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Run", "Evil", "x")
                .value("HKLM" + VERSION + "Explorer\\StartupApproved\\Run32", "Evil", ValueType.BINARY, approved(3));
        assertEquals(EntryState.DISABLED, entry(is32Bit, "run-hklm").details().state());
    }

    @Test
    void aFileInAStartupFolderCanBeSwitchedOff() {
        String folder = "\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\a.vbs";
        MemorySnapshot snapshot = windows().with("C:\\Users\\Ann" + folder)
                .value("HKU\\S-1-5-21-1" + VERSION + "Explorer\\StartupApproved\\StartupFolder", "a.vbs", ValueType.BINARY, approved(3));
        assertEquals(EntryState.DISABLED, entry(snapshot, "startup-vista-user").details().state());
        assertEquals("Ann", entry(snapshot, "startup-vista-user").details().user());
        snapshot.value("HKU\\Ann" + VERSION + "Explorer\\StartupApproved\\StartupFolder", "a.vbs", ValueType.BINARY, approved(2));
        assertEquals(EntryState.ENABLED, entry(snapshot, "startup-vista-user").details().state());
    }

    @Test
    void aServiceTellsItsAccountAndWhetherItStarts() {
        MemorySnapshot snapshot = windows().value(SERVICE, "ImagePath", "C:\\evil.exe").value(SERVICE, "ObjectName", "LocalSystem")
                .number(SERVICE, "Start", 4);
        StartupEntry entry = entry(snapshot, "services-imagepath");
        assertEquals(EntryState.DISABLED, entry.details().state());
        assertEquals("LocalSystem", entry.details().user());
        assertEquals(List.of("It is disabled."), entry.details().remarks());
    }

    @Test
    void aServiceThatIsSwitchedOnIsAChangeAndAsGraveAsANewOne() {
        MemorySnapshot off = windows().value(SERVICE, "ImagePath", "C:\\evil.exe").number(SERVICE, "Start", 4);
        MemorySnapshot on = windows().value(SERVICE, "ImagePath", "C:\\evil.exe").number(SERVICE, "Start", 2);
        StartupRow row = StartupComparison.join(scan(off), scan(on), List.of(), List.of()).stream()
                .filter(each -> each.entry().catalogueId().equals("services-imagepath")).findFirst().orElseThrow();
        assertEquals(EntryChange.CHANGED, row.change());
        assertEquals(Severity.HIGH, row.severity());
        assertTrue(row.sentence().contains("was disabled, is enabled now, and starts"), row.sentence());
        StartupRow added = StartupComparison.join(List.of(), scan(off), List.of(), List.of()).stream()
                .filter(each -> each.entry().catalogueId().equals("services-imagepath")).findFirst().orElseThrow();
        assertEquals(Severity.MEDIUM, added.severity());
        assertTrue(added.sentence().contains("it is disabled"), added.sentence());
    }

    @Test
    void aDriverWithoutACommandIsLookedForByItsName() {
        MemorySnapshot snapshot = windows().with("C:\\WINDOWS\\System32\\drivers\\evil.sys").number(SERVICE, "Start", 1)
                .number(SERVICE, "Type", 1);
        StartupEntry entry = entry(snapshot, "services-imagepath");
        assertEquals("Evil C:\\WINDOWS\\System32\\drivers\\evil.sys", entry.label() + " " + entry.targetPath());
        assertTrue(scan(windows().number(SERVICE, "Start", 2).number(SERVICE, "Type", 0x20)).stream()
                .noneMatch(each -> each.catalogueId().equals("services-imagepath")));
    }

    @Test
    void aFailureCommandRunsOnlyWhenAnActionSaysSo() {
        byte[] runs = new ByteWriter().padTo(12).u32(2).u32(20).u32(1).u32(60_000).u32(3).u32(60_000).toArray();
        byte[] restarts = new ByteWriter().padTo(12).u32(1).u32(20).u32(1).u32(60_000).toArray();
        MemorySnapshot snapshot = windows().value(SERVICE, "FailureCommand", "C:\\evil.exe")
                .value(SERVICE, "FailureActions", ValueType.BINARY, runs);
        assertEquals(EntryState.ENABLED, entry(snapshot, "services-failurecommand").details().state());
        MemorySnapshot never = windows().value(SERVICE, "FailureCommand", "C:\\evil.exe")
                .value(SERVICE, "FailureActions", ValueType.BINARY, restarts);
        assertEquals(EntryState.DISABLED, entry(never, "services-failurecommand").details().state());
    }

    @Test
    void onlyTheControlSetThatWasUsedLastIsActive() {
        MemorySnapshot snapshot = windows().number("HKLM\\SYSTEM\\Select", "Current", 2)
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\A", "ImagePath", "C:\\evil.exe")
                .value("HKLM\\SYSTEM\\ControlSet002\\Services\\B", "ImagePath", "C:\\evil.exe");
        assertEquals(List.of("A INACTIVE", "B ENABLED"), scan(snapshot).stream()
                .map(entry -> entry.label() + " " + entry.details().state()).toList());
    }

    @Test
    void theTaskSchedulersOwnListIsReadAndHiddenTasksAreTold() {
        MemorySnapshot snapshot = windows().value(CACHE + "Tasks\\" + ID, "Path", "\\Evil")
                .value(CACHE + "Tasks\\" + ID, "Actions", ValueType.BINARY, actions("C:\\evil.exe", "/x"))
                .value(CACHE + "Tasks\\" + OTHER, "Path", "\\Good")
                .value(CACHE + "Tasks\\" + OTHER, "Actions", ValueType.BINARY, new byte[] {9, 0})
                .value(CACHE + "Tree\\Evil", "Id", ID).number(CACHE + "Tree\\Evil", "Index", 0)
                .value(CACHE + "Tree\\Good", "Id", OTHER).value(CACHE + "Tree\\Good", "SD", ValueType.BINARY, new byte[] {1})
                .withText("C:\\WINDOWS\\System32\\Tasks\\Good", TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>"))
                .withText("C:\\WINDOWS\\System32\\Tasks\\Stray", TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>"));
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        List<StartupEntry> cached = outcome.entries().stream().filter(each -> each.catalogueId().equals("taskcache-tasks")).toList();
        assertEquals(List.of("\\Evil C:\\evil.exe /x FOUND", "\\Evil " + ID + " MISSING",
                "\\Good the task's actions are of the unknown version 9 UNPARSED"),
                cached.stream().map(each -> each.label() + " " + each.command() + " " + each.outcome()).toList());
        assertEquals(3, cached.getFirst().details().remarks().stream().filter(each -> each.startsWith("It is hidden")).count());
        assertEquals(List.of(), cached.get(2).details().remarks());
        assertEquals(1, outcome.gaps().size());
        assertEquals(List.of("Good ENABLED", "Stray INACTIVE"), outcome.entries().stream()
                .filter(each -> each.catalogueId().equals("tasks-xml")).map(each -> each.label() + " " + each.details().state()).toList());
    }

    @Test
    void namesOfRunValuesTellMore() {
        MemorySnapshot snapshot = windows().value("HKLM" + VERSION + "RunOnce", "!a", "C:\\evil.exe")
                .value("HKLM" + VERSION + "RunOnce", "*b", "C:\\evil.exe").value("HKLM" + VERSION + "Run", "c\0d", "C:\\evil.exe")
                .value("HKLM" + VERSION + "Run", "e", "C:\\evil.exe " + "x".repeat(260));
        assertEquals(4, scan(snapshot).stream().filter(each -> each.details().remarks().size() == 1).count());
    }

    @Test
    void whatWasSwitchedOffAndKeptIsDisabled() {
        assertEquals(EntryState.DISABLED, entry(windows().value("HKLM" + VERSION + "Run-", "x", "C:\\evil.exe"), "run-disabled-9x")
                .details().state());
    }

    @Test
    void aClassLeadsToWhateverItIsServedBy() {
        String key = CLASSES + "CLSID\\" + ID;
        assertEquals("FOUND C:\\evil.dll", ssodl(windows().value(key + "\\TreatAs", "", OTHER)
                .value(CLASSES + "CLSID\\" + OTHER + "\\InprocServer32", "", "C:\\evil.dll")));
        assertEquals("REMOTE http://evil.example/x.sct", ssodl(windows().value(key + "\\InprocServer32", "", "C:\\WINDOWS\\scrobj.dll")
                .value(key + "\\ScriptletURL", "", "http://evil.example/x.sct")));
        assertEquals("FOUND C:\\evil.dll", ssodl(windows().value(key + "\\InprocServer32", "", "mscoree.dll")
                .value(key + "\\InprocServer32", "CodeBase", "file:///C:/evil.dll")));
        assertEquals("FOUND C:\\evil.exe", ssodl(windows().value(key + "\\LocalServer32", "", "\"C:\\evil.exe\" -Embedding")
                .value(key + "\\InprocHandler32", "", "ole32.dll")));
        assertEquals("FOUND C:\\evil.exe", ssodl(windows().value(key, "AppID", OTHER)
                .value(CLASSES + "AppID\\" + OTHER, "LocalService", "Evil").value(SERVICE, "ImagePath", "C:\\evil.exe")));
        assertEquals("FOUND C:\\evil.dll", ssodl(windows().value(CLASSES + "Wow6432Node\\CLSID\\" + ID + "\\InprocServer32", "",
                "C:\\evil.dll")));
        assertEquals("MISSING " + ID, ssodl(windows()));
    }

    private static String ssodl(MemorySnapshot snapshot) {
        StartupEntry entry = entry(snapshot.value(SSODL, "x", ID), "ssodl-hklm");
        assertFalse(entry.outcome() == TargetOutcome.FOUND && entry.target().isEmpty());
        return entry.outcome() + " " + entry.targetPath();
    }

    @Test
    void aSurrogateLeadsToTheClassesOfItsApplication() {
        MemorySnapshot snapshot = windows().value("HKLM" + VERSION + "Run", "x", "dllhost.exe /Processid:" + OTHER)
                .value(CLASSES + "CLSID\\" + ID, "AppID", OTHER).value(CLASSES + "CLSID\\" + ID + "\\InprocServer32", "", "C:\\evil.dll");
        assertEquals("C:\\evil.dll", entry(snapshot, "run-hklm").targetPath());
    }

    @Test
    void servicesOfTheSameNameInTwoControlSetsStayApart() {
        MemorySnapshot snapshot = windows().value("HKLM\\SYSTEM\\ControlSet001\\Services\\S", "ImagePath", "svchost.exe -k x")
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\S\\Parameters", "ServiceDll", "C:\\evil.dll")
                .value("HKLM\\SYSTEM\\ControlSet002\\Services\\S", "ImagePath", "svchost.exe -k x")
                .value("HKLM\\SYSTEM\\ControlSet002\\Services\\S", "ServiceDll", "C:\\evil.exe");
        assertEquals(List.of("C:\\evil.dll", "C:\\evil.exe"), scan(snapshot).stream()
                .filter(each -> each.catalogueId().equals("services-imagepath")).map(StartupEntry::targetPath).toList());
    }
}
