package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.item.ValueType;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.format.TaskFileTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands whose paths and arguments Windows reads in its own way. The source stands above each test. */
class PathFieldTest {

    private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

    private static MemorySnapshot windows(String... files) {
        return new MemorySnapshot().withFolder("C:\\Windows").with(files);
    }

    private static StartupEntry first(MemorySnapshot snapshot) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().getFirst();
    }

    private static String target(MemorySnapshot snapshot) {
        StartupEntry entry = first(snapshot);
        return entry.outcome() + " " + entry.targetPath();
    }

    // datadog-agent pull request 25298; Atomic Red Team T1137.006; LOLBAS
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rundll32.exe url.dll,FileProtocolHandler file://C:/Evil/u.exe  | C:\\Evil\\u.exe",
        "rundll32.exe url.dll,OpenURL file:///C:/Evil/a%20b.exe         | C:\\Evil\\a b.exe",
        "msiexec /y C:\\Evil\\y.dll                                     | C:\\Evil\\y.dll",
        "msiexec /z \"C:\\Evil\\y.dll\"                                 | C:\\Evil\\y.dll",
        "odbcconf /a {REGSVR C:\\Evil\\o.dll}                           | C:\\Evil\\o.dll",
        "odbcconf.exe -f C:\\Evil\\o.rsp                                | C:\\Evil\\o.rsp",
        "ftp -s:C:\\Evil\\f.txt                                         | C:\\Evil\\f.txt",
        "bash.exe -c /mnt/c/Evil/w.exe                                  | c:\\Evil\\w.exe",
        "wsl.exe -e /mnt/c/Evil/w.exe                                   | c:\\Evil\\w.exe",
        "diskshadow /s C:\\Evil\\d.txt                                  | C:\\Evil\\d.txt",
        "certoc.exe -LoadDLL C:\\Evil\\x.dll                            | C:\\Evil\\x.dll",
        "mavinject 4711 /INJECTRUNNING C:\\Evil\\x.dll                  | C:\\Evil\\x.dll",
        "scriptrunner.exe -appvscript C:\\Evil\\x.exe                   | C:\\Evil\\x.exe",
        "forfiles /p C:\\Windows /m x /c C:\\Evil\\x.exe                | C:\\Evil\\x.exe",
        "pcwrun C:\\Evil\\x.exe                                         | C:\\Evil\\x.exe",
        "cmstp /s /ns C:\\Evil\\x.inf                                   | C:\\Evil\\x.inf",
        "installutil /logfile= /U C:\\Evil\\x.dll                       | C:\\Evil\\x.dll",
        "winword.exe /l C:\\Evil\\x.wll                                 | C:\\Evil\\x.wll",
        "update.exe --processStart C:\\Evil\\x.exe                      | C:\\Evil\\x.exe",
        "\\\\127.0.0.1\\C$\\Evil\\x.exe                                 | C:\\Evil\\x.exe",
        "\\\\localhost\\ADMIN$\\x.exe                                   | C:\\Windows\\x.exe",
        "\\\\?\\UNC\\LOCALHOST\\c$\\Evil\\x.exe                         | c:\\Evil\\x.exe"})
    void whatArgumentsNameIsTheTarget(String command, String target) {
        String file = target.replaceFirst("^c:", "C:");
        assertEquals("FOUND " + file, target(windows(file).value(RUN, "x", command)));
    }

    // Windows Internals, "Object Manager namespace"; Autoruns
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\\??\\C:\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\DosDevices\\C:\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\GLOBAL??\\C:\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\Device\\HarddiskVolume3\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\??\\GLOBALROOT\\Device\\HarddiskVolume3\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\ArcName\\multi(0)disk(0)rdisk(0)partition(1)\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\Device\\HarddiskVolume3\\Evil\\none.sys | MISSING \\Device\\HarddiskVolume3\\Evil\\none.sys",
        "\\\\?\\Volume{11111111-2222-3333-4444-555555555555}\\Evil\\d.sys | FOUND C:\\Evil\\d.sys",
        "\\Device\\HarddiskVolumeShadowCopy1\\Evil\\d.sys | MISSING \\Device\\HarddiskVolumeShadowCopy1\\Evil\\d.sys"})
    void nativePrefixesLeadToTheDrive(String path, String expected) {
        assertEquals(expected, target(windows("C:\\Evil\\d.sys").value(SERVICES + "x", "ImagePath", path)));
    }

    @Test
    void aVolumeHasTheLetterThatTheRegistryTells() {
        byte[] disk = {1, 2, 3};
        String mounted = "HKLM\\SYSTEM\\MountedDevices";
        MemorySnapshot snapshot = windows("C:\\Evil\\d.sys", "D:\\Evil\\d.sys").value(mounted, "\\DosDevices\\D:", ValueType.BINARY, disk)
                .value(mounted, "\\??\\Volume{11111111-2222-3333-4444-555555555555}", ValueType.BINARY, disk)
                .value(SERVICES + "x", "ImagePath", "\\\\?\\Volume{11111111-2222-3333-4444-555555555555}\\Evil\\d.sys");
        assertEquals("FOUND D:\\Evil\\d.sys", target(snapshot));
        assertEquals(List.of(), first(snapshot).details().remarks().stream().filter(text -> text.contains("volume")).toList());
    }

    @Test
    void drivesThatStandForFoldersAndSharesOfTheMachineAreFollowed() {
        assertEquals("FOUND C:\\Evil\\x.exe", target(windows("C:\\Evil\\x.exe").value(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\DOS Devices", "X:", "\\??\\C:\\Evil").value(RUN, "x",
                        "X:\\x.exe")));
        MemorySnapshot shared = windows("D:\\Data\\x.exe").strings(SERVICES + "LanmanServer\\Shares", "Data", "CSCFlags=0", "Path=D:\\Data")
                .value("HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName", "ComputerName", "PC17");
        assertEquals("FOUND D:\\Data\\x.exe", target(shared.value(RUN, "x", "\\\\pc17\\data\\x.exe")));
    }

    // Microsoft Learn, "Hard Links and Junctions"
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"C:\\Evil | D:\\Real", "C:\\EVIL | \\??\\D:\\Real", "C:\\evil | ../x/../D-is-not-here"})
    void junctionsAreFollowed(String junction, String leads) {
        String expected = leads.contains("Real") ? "FOUND D:\\Real\\a\\x.exe" : "MISSING C:\\Evil\\a\\x.exe";
        assertEquals(expected, target(windows("D:\\Real\\a\\x.exe").withLink(junction, leads).value(RUN, "x", "\"C:\\Evil\\a\\x.exe\"")));
    }

    @Test
    void junctionsInACircleLeadNowhere() {
        assertEquals("MISSING", target(windows().withLink("C:\\A", "C:\\B").withLink("C:\\B", "C:\\A").value(RUN, "x", "C:\\A\\x.exe"))
                .substring(0, 7));
    }

    // Atomic Red Team T1137.006; Microsoft Learn, "OPEN" of Excel's options
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/R C:\\Evil\\x.xll", "/F /R \"C:\\Evil\\x.xll\"", "\"C:\\Evil\\x.xll\""})
    void theOptionsBeforeAnAddInOfExcelAreNoPath(String value) {
        assertEquals("FOUND C:\\Evil\\x.xll", target(windows("C:\\Evil\\x.xll").value(
                "HKCU\\Software\\Microsoft\\Office\\16.0\\Excel\\Options", "OPEN", value)));
    }

    @Test
    void aPortIsTheFileThatItIsCalledAfter() {
        String key = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Ports";
        assertEquals("FOUND C:\\Windows\\x.txt", target(windows("C:\\Windows\\x.txt").value(key, "C:\\Windows\\x.txt", "")));
        assertEquals("NONE ", target(windows().value(key, "LPT1:", "")));
    }

    // Task Scheduler's schema, WorkingDirectory
    @Test
    void aTasksProgramIsLookedForInItsFolder() {
        MemorySnapshot snapshot = windows("C:\\Evil\\run.bat", "C:\\Windows\\System32\\cmd.exe").withBytes(
                "C:\\Windows\\System32\\Tasks\\wd", TaskFileTest.xml("<Exec><Command>cmd.exe</Command><Arguments>/c run.bat</Arguments>"
                        + "<WorkingDirectory>C:\\Evil</WorkingDirectory></Exec>").getBytes(StandardCharsets.UTF_8));
        assertEquals("FOUND C:\\Evil\\run.bat", target(snapshot));
    }

    @Test
    void aUsersVariablesComeBeforeTheMachines() {
        MemorySnapshot snapshot = windows("C:\\Evil\\x.exe", "C:\\Users\\ann\\tools\\y.exe")
                .value("HKU\\ann\\Environment", "WHERE", "C:\\Evil")
                .value("HKU\\ann\\Environment", "Path", "%USERPROFILE%\\tools").value(
                        "HKU\\ann\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "x", "%where%\\x.exe")
                .value("HKU\\ann\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "y", "y");
        List<String> found = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.location().components().contains("Run")).map(StartupEntry::targetPath).toList();
        assertEquals(List.of("C:\\Evil\\x.exe", "C:\\Users\\ann\\tools\\y.exe"), found);
    }

    // metasploit pull request 21206; elastic pull request 3746; Hexastrike/PyrsistenceSniper; dd-trace-dotnet pull request 2403
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HKLM\\SOFTWARE\\Microsoft\\Terminal Server Client | ClxDllPath",
        "HKCU\\Software\\Microsoft\\Office\\16.0\\PowerPoint\\AddIns\\evil | Path",
        "HKLM\\SOFTWARE\\Microsoft\\Office\\16.0\\PowerPoint | PPCoreTDLL",
        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment | CORECLR_PROFILER_PATH_64",
        "HKCU\\Environment | windir", "HKCU\\Environment | JAVA_TOOL_OPTIONS",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\ExtensionAgents | W9",
        "HKLM\\SOFTWARE\\Microsoft\\HtmlHelp Author | Location",
        "HKLM\\SOFTWARE\\Classes\\CLSID\\{52205fd8-5dfb-447d-801a-d0b52f2e83e1}\\shell\\opennewwindow\\command | ''",
        "HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\Notify\\Evil | DllName",
        "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NlsData\\0409 | DllOverridePath",
        "HKLM\\SOFTWARE\\Microsoft\\Cryptography\\Offload | ExpoOffload"})
    void aPlaceOfTheRegistryIsAnEntry(String key, String name) {
        assertTrue(first(windows().value(key, name, "C:\\Evil\\p.dll")).command().contains("C:\\Evil\\p.dll"));
    }
}
