package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueType;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupScanTest {

    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
    private static final String NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String X = "C:\\x.exe";
    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static MemorySnapshot windows() {
        return new MemorySnapshot().withFolder("C:\\WINDOWS").with(X);
    }

    private static List<StartupEntry> scan(MemorySnapshot snapshot) {
        return StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries();
    }

    /** Each entry as its id, label and command. */
    private static List<String> shown(MemorySnapshot snapshot) {
        return scan(snapshot).stream().map(entry -> entry.catalogueId() + " | " + entry.label() + " | " + entry.command()).toList();
    }

    private static List<String> targets(MemorySnapshot snapshot) {
        return scan(snapshot).stream().map(entry -> entry.outcome() + " " + entry.targetPath()).toList();
    }

    @ParameterizedTest
    @CsvSource({"Run, run-hklm", "RunOnce, runonce-hklm", "RunOnceEx\\001, runonceex-hklm", "RunServices, runservices-hklm",
        "RunServicesOnce, runservicesonce-hklm", "Policies\\Explorer\\Run, policies-run-hklm"})
    void theRunFamilyIsFoundWithItsValuesAsLabels(String key, String id) {
        assertEquals(List.of(id + " | Evil | C:\\x.exe /s"), shown(windows().value(VERSION + "\\" + key, "Evil", X + " /s")));
    }

    @ParameterizedTest
    @CsvSource({"HKCU, run-hkcu", "HKU\\S-1-5-21-1-2-3-1001, run-hkcu", "HKU\\S-1-5-18, run-service-accounts",
        "HKU\\.DEFAULT, run-service-accounts"})
    void aUsersKeyIsFoundWhereverHisHiveStands(String root, String id) {
        assertEquals(List.of(id + " | Evil | " + X),
                shown(windows().value(root + "\\SOFTWARE\\microsoft\\Windows\\CURRENTVERSION\\run", "Evil", X)));
    }

    @ParameterizedTest
    @CsvSource({"HKLM\\SOFTWARE\\Classes, class-exefile-hklm", "HKCU\\Software\\Classes, class-exefile-hkcu",
        "HKU\\S-1-5-21-1_Classes, class-exefile-hkcu", "HKU\\S-1-5-21-1\\Software\\Classes, class-exefile-hkcu", "HKCR, class-exefile"})
    void aClassIsFoundInEveryViewAndReportedOnce(String root, String id) {
        assertEquals(List.of(id + " | (Default) | \"%1\" %*"), shown(windows().value(root + "\\exefile\\shell\\open\\command", "",
                "\"%1\" %*")));
    }

    @Test
    void theExefileDefaultIsCleanForTheMachineAndNotForAUser() {
        List<StartupEntry> entries = scan(windows().value("HKLM\\SOFTWARE\\Classes\\exefile\\shell\\open\\command", "", "\"%1\" %*")
                .value("HKCU\\Software\\Classes\\exefile\\shell\\open\\command", "", "\"%1\" %*"));
        assertEquals(List.of("class-exefile-hkcu", "class-exefile-hklm"), entries.stream().map(StartupEntry::catalogueId).toList());
        assertEquals(List.of(false, true), entries.stream().map(StartupEntry::cleanDefault).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CurrentControlSet", "ControlSet001", "controlset003"})
    void everyControlSetIsRead(String set) {
        assertEquals(List.of("services-imagepath | Evil | " + X), shown(windows().value("HKLM\\SYSTEM\\" + set + "\\Services\\Evil",
                "ImagePath", X)));
    }

    @Test
    void listsBecomeOneEntryForEachMember() {
        assertEquals(List.of("winlogon-userinit-hklm | Userinit | C:\\WINDOWS\\system32\\userinit.exe",
                "winlogon-userinit-hklm | Userinit | "
                + X), shown(windows().value(NT + "\\Winlogon", "Userinit", "C:\\WINDOWS\\system32\\userinit.exe," + X + ",")));
        assertEquals(List.of("appinit-dlls | AppInit_DLLs | a.dll", "appinit-dlls | AppInit_DLLs | b.dll"),
                shown(windows().value(NT + "\\Windows", "AppInit_DLLs", "a.dll, b.dll")));
        assertEquals(List.of("lsa-security-packages | Security Packages | kerberos", "lsa-security-packages | Security Packages | evil"),
                shown(windows().strings("HKLM\\SYSTEM\\ControlSet001\\Control\\Lsa", "Security Packages", "kerberos", "evil")));
    }

    @Test
    void membersOfASetAreCleanOneByOne() {
        List<StartupEntry> entries = scan(windows().strings("HKLM\\SYSTEM\\ControlSet001\\Control\\Lsa", "Security Packages", "kerberos",
                "evil"));
        assertEquals(List.of(true, false), entries.stream().map(StartupEntry::cleanDefault).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options\\sethc.exe | Debugger | ifeo-debugger-hklm",
        "HKLM\\SOFTWARE\\Microsoft\\Active Setup\\Installed Components\\{A} | StubPath | activesetup-hklm",
        "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Active Setup\\Installed Components\\{A} | StubPath | activesetup-hklm",
        "HKCU\\Control Panel\\Desktop | SCRNSAVE.EXE | screensaver-hkcu",
        "HKU\\.DEFAULT\\Control Panel\\Desktop | SCRNSAVE.EXE | screensaver-default-profile",
        "HKCU\\Software\\Microsoft\\Internet Explorer\\Main | Start Page | ie-startpage",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VxD\\EVIL | StaticVxD | vxd-static",
        "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon | Shell | winlogon-shell-hklm",
        "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon | Taskman | winlogon-taskman",
        "HKCU\\Environment | UserInitMprLogonScript | userinitmprlogonscript",
        "HKLM\\SOFTWARE\\Classes\\evilfile\\shell\\open\\command |  | class-any-open-command",
        "HKLM\\SOFTWARE\\Microsoft\\Command Processor | AutoRun | cmd-autorun-hklm"})
    void otherFamiliesAreFoundAndLeadToTheirFile(String key, String name, String id) {
        StartupEntry entry = scan(windows().value(key, name == null ? "" : name, X)).getFirst();
        assertEquals(id, entry.catalogueId());
        assertEquals(X, entry.targetPath());
    }

    @Test
    void aKeysNameCanBeTheClassThatIsLoaded() {
        String id = "{11111111-2222-3333-4444-555555555555}";
        MemorySnapshot snapshot = windows().with("C:\\bho.dll")
                .withKey(VERSION + "\\Explorer\\Browser Helper Objects\\" + id)
                .value("HKLM\\SOFTWARE\\Classes\\CLSID\\" + id + "\\InprocServer32", "", "C:\\bho.dll");
        StartupEntry entry = scan(snapshot).stream().filter(each -> each.catalogueId().equals("bho-hklm")).findFirst().orElseThrow();
        assertEquals("C:\\bho.dll", entry.targetPath());
    }

    @Test
    void defaultsAreCleanWhereverWindowsIsAndHoweverTheyAreWritten() {
        String winlogon = NT + "\\Winlogon";
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("D:\\WINNT").value(NT, "SystemRoot", "D:\\WINNT")
                .value(winlogon, "Userinit", "d:\\winnt\\SYSTEM32\\userinit.exe,").value(winlogon, "Shell", "Explorer.exe")
                .value("HKLM\\SOFTWARE\\Classes\\mscfile\\shell\\open\\command", "", "D:\\WINNT\\system32\\mmc.exe \"%1\" %*")
                .strings("HKLM\\SYSTEM\\ControlSet001\\Control\\Session Manager", "BootExecute", "autocheck autochk *")
                .number(NT + "\\Windows", "LoadAppInit_DLLs", 0);
        List<StartupEntry> entries = scan(snapshot);
        assertEquals(5, entries.size());
        assertTrue(entries.stream().allMatch(StartupEntry::cleanDefault), entries::toString);
        MemorySnapshot other = new MemorySnapshot().withFolder("D:\\WINNT").value(NT, "SystemRoot", "D:\\WINNT")
                .value(winlogon, "Userinit", "C:\\WINDOWS\\system32\\userinit.exe,");
        assertFalse(scan(other).getFirst().cleanDefault(), "another Windows folder than the image's own");
    }

    @Test
    void iniFilesAreReadWhateverTheirCase() {
        assertEquals(List.of("winini-load | [WINDOWS] Load | c:\\a.exe", "winini-load | [WINDOWS] Load | b.exe",
                "winini-run | [WINDOWS] RUN | c.exe", "winini-load | [windows] load | d.exe"),
                shown(windows().withText("C:\\WINDOWS\\WIN.INI",
                        "; load=no\r\n[fonts]\r\nload=no\r\n[WINDOWS]\r\nLoad = c:\\a.exe b.exe\rRUN=c.exe\n[windows]\nload=d.exe"))
                        .stream().sorted((one, two) -> Integer.compare(one.charAt(one.length() - 5), two.charAt(two.length() - 5)))
                                .toList());
    }

    @Test
    void systemIniShellAndScreenSaverAreFound() {
        MemorySnapshot snapshot = windows().with("C:\\WINDOWS\\explorer.exe", "C:\\evil.scr")
                .withText("C:\\WINDOWS\\system.ini", "[boot]\r\nshell=Explorer.exe C:\\x.exe\r\nSCRNSAVE.EXE=C:\\evil.scr\r\n");
        assertEquals(List.of("FOUND C:\\evil.scr", "FOUND C:\\WINDOWS\\explorer.exe", "FOUND C:\\x.exe"), targets(snapshot));
    }

    @Test
    void encodedIniFilesAreDecoded() {
        String text = "[windows]\r\nload=C:\\x.exe\r\n";
        for (byte[] content : List.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), ("\ufeff" + text)
                .getBytes(StandardCharsets.UTF_16BE), ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1))) {
            assertEquals(List.of("FOUND C:\\x.exe"), targets(windows().withBytes("C:\\WINDOWS\\win.ini", content)));
        }
    }

    @Test
    void contentThatWasNotKeptIsSaidAndNotPassedOver() {
        List<StartupEntry> entries = scan(windows().withUnkept("C:\\WINDOWS\\win.ini", "[windows]\r\nload=x"));
        assertEquals(1, entries.size());
        assertEquals(TargetOutcome.UNPARSED, entries.getFirst().outcome());
        assertEquals("the content of this file was not kept (17 bytes)", entries.getFirst().command());
        assertEquals(TargetOutcome.UNPARSED, scan(windows().withLink("C:\\AUTOEXEC.BAT", "D:\\x")).getFirst().outcome());
    }

    @Test
    void batchFilesBecomeTheirCommands() {
        assertEquals(List.of("FOUND C:\\x.exe", "FOUND C:\\x.exe", "FOUND C:\\x.exe", "MISSING C:\\DOS\\MODE.COM", "NONE "),
                targets(windows().withText("C:\\AUTOEXEC.BAT",
                        "@ECHO OFF\r\nrem C:\\rem.exe\r\nSET A=B\r\nPATH=C:\\DOS\r\n:label\r\n\r\necho hi\r\n"
                        + "C:\\DOS\\MODE.COM CON\r\n@C:\\x.exe\r\nIF EXIST C:\\y CALL C:\\x.exe\r\n"
                        + "LH C:\\x.exe >NUL\r\ncopy a b\r\ngoto end"))
                        .stream().sorted().toList());
        assertEquals(List.of("winstart-bat | x.exe | x.exe"), shown(windows().withText("C:\\WINDOWS\\WINSTART.BAT", "x.exe")));
        assertEquals(List.of("dosstart-bat | x.exe | x.exe"), shown(windows().withText("C:\\WINDOWS\\DOSSTART.BAT", "x.exe")));
        assertEquals(List.of("config-sys | DEVICE | C:\\x.exe /a", "config-sys | shell | command.com"),
                shown(windows().withText("C:\\CONFIG.SYS", "FILES=30\r\nDEVICE=C:\\x.exe /a\r\nshell=command.com")));
    }

    @Test
    void renamesAtTheNextStartLeadToTheFileThatComes() {
        assertEquals(List.of("FOUND C:\\x.exe", "NONE "), targets(windows().withText("C:\\WINDOWS\\wininit.ini",
                "[rename]\r\nNUL=C:\\old.exe\r\nC:\\WINDOWS\\user.exe=C:\\x.exe\r\n")));
        MemorySnapshot pending = windows().value("HKLM\\SYSTEM\\ControlSet001\\Control\\Session Manager", "PendingFileRenameOperations",
                ValueType.MULTI_SZ, MemorySnapshot.utf16("\\??\\C:\\old.exe\0\0\\??\\C:\\x.exe\0!\\??\\C:\\WINDOWS\\user.exe\0\0"));
        assertEquals(List.of("NONE ", "FOUND C:\\x.exe"), targets(pending));
    }

    @ParameterizedTest
    @CsvSource({"C:\\WINDOWS\\Start Menu\\Programs\\StartUp, startup-9x",
        "C:\\WINDOWS\\All Users\\Start Menu\\Programs\\StartUp, startup-9x-profiles",
        "C:\\WINNT\\Profiles\\All Users\\Start Menu\\Programs\\Startup, startup-nt4-allusers",
        "C:\\Documents and Settings\\All Users\\Start Menu\\Programs\\Startup, startup-2000-allusers",
        "C:\\Documents and Settings\\Ann\\Start Menu\\Programs\\Startup, startup-2000-user",
        "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\Startup, startup-vista-allusers",
        "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup, startup-vista-user"})
    void everyFileOfAStartupFolderIsAnEntry(String folder, String id) {
        List<StartupEntry> entries = scan(new MemorySnapshot().with(folder + "\\a.vbs", folder + "\\b.lnk", folder + "\\desktop.ini")
                .withFolder(folder + "\\sub"));
        assertEquals(List.of(id, id), entries.stream().map(StartupEntry::catalogueId).filter(each -> each.startsWith("startup")).toList());
        assertEquals(folder + "\\a.vbs", entries.getFirst().command());
        assertEquals(TargetOutcome.UNPARSED, entries.get(1).outcome());
    }

    @Test
    void aDesktopIniThatIsTooLongToBeOneIsAnEntry() {
        String path = "C:\\WINDOWS\\Start Menu\\Programs\\StartUp\\desktop.ini";
        assertTrue(scan(windows().withUnkept(path, "x".repeat(5000))).stream().anyMatch(entry -> entry.catalogueId().equals("startup-9x")));
    }

    @Test
    void unixLocationsAreFoundWithTheirCaseOnly() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").with("/home/ann/.BASHRC", "/Etc/rc.local", "/etc/rc.local")
                .withText("/home/ann/.bashrc", "# a\n").withText("/root/.bashrc", "# b\n")
                .withText("/etc/systemd/system/a.service", "[Service]\nExecStart=/bin/evil\n")
                .withLink("/etc/systemd/system/multi-user.target.wants/a.service", "../a.service")
                .withText("/etc/udev/rules.d/9.rules", "# no\nACTION==\"add\", RUN+=\"/bin/evil %k\"\n")
                .withText("/etc/apt/apt.conf.d/1", "APT::Update::Pre-Invoke {\"/bin/evil\";};\n")
                .withText("/etc/inittab", "id:2:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n")
                .withText("/etc/ssh/sshd_config", "Port 22\nAuthorizedKeysCommand none\nForceCommand /bin/evil\n");
        assertEquals(List.of("lx-apt-conf | Pre-Invoke | /bin/evil", "lx-inittab | respawn | /sbin/getty 38400 tty1",
                "lx-rc-local | rc.local | /etc/rc.local", "lx-sshd-config | AuthorizedKeysCommand | none",
                "lx-sshd-config | ForceCommand | /bin/evil", "lx-systemd-system-etc | a.service ExecStart | /bin/evil",
                "lx-systemd-wants | a.service | /bin/evil", "lx-udev | RUN | /bin/evil %k",
                "lx-bash-user | .bashrc | /home/ann/.bashrc", "lx-bash-user | .bashrc | /root/.bashrc"), shown(snapshot));
    }

    @Test
    void directivesAreReadBehindWhateverSeparatesThem() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib")
                .withText("/etc/udev/rules.d/1.rules", "IMPORT{program}=\"/bin/a %k\", RUN{builtin}+=\"kmod load\"\n")
                .withText("/etc/apt/apt.conf.d/1",
                        "// no\nDPkg::Post-Invoke {\n  \"/bin/b -x\";\n};\nDPkg::Pre-Install-Pkgs \"if x; then y; fi\";\n")
                .withText("/etc/logrotate.d/1", "/var/log/x {\n  postrotate\n    /bin/c\n  endscript\n}\n")
                .withText("/etc/sysctl.d/1.conf", "kernel.core_pattern=|/bin/d %p\n").withText("/root/.gitconfig",
                        "[alias]\n\tst = !/bin/e\n");
        assertEquals(List.of("lx-apt-conf | Post-Invoke | /bin/b -x", "lx-apt-conf | Pre-Install-Pkgs | if x; then y; fi",
                "lx-logrotate | postrotate | /bin/c", "lx-core-pattern | kernel.core_pattern | |/bin/d %p", "lx-udev | RUN | kmod load",
                "lx-udev | program | /bin/a %k", "lx-git-alias | [alias] st | !/bin/e"), shown(snapshot));
        assertEquals(List.of("MISSING /bin/b", "INLINE_SCRIPT ", "MISSING /bin/c", "MISSING /bin/d", "MISSING kmod", "MISSING /bin/a",
                "MISSING /bin/e"),
                targets(snapshot));
    }

    @Test
    void aMacTreeHasMacEntriesAndItsBundlesAreDirectories() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/Library").with("/private/etc/rc.local", "/Users/ann/.zshenv")
                .withFolder("/Library/Extensions/evil.kext").with("/Library/Extensions/evil.kext/Contents/x");
        assertEquals(List.of("mac-kexts | evil.kext | /Library/Extensions/evil.kext", "mac-zsh-user | .zshenv | /Users/ann/.zshenv",
                "mac-rc-scripts | rc.local | /private/etc/rc.local"), shown(snapshot));
    }

    @Test
    void aTreeWithoutANameIsWindowsWhenItLooksLikeIt() {
        assertEquals(List.of("winini-load | [windows] load | x"),
                shown(new MemorySnapshot().withFolder("/windows").withText("/windows/Win.Ini", "[windows]\nload=x\n")));
        assertEquals(List.of(), shown(new MemorySnapshot().withFolder("/lib").with("/mirc/script.ini")));
        assertEquals(List.of(), shown(new MemorySnapshot().withFolder("/usr").with("/mirc/script.ini")));
        assertEquals(List.of("lx-rc-local | rc.local | /etc/rc.local"), shown(new MemorySnapshot().with("/etc/rc.local")));
        assertEquals(List.of("mirc-script-ini | script.ini | /mirc/script.ini"), shown(new MemorySnapshot().with("/mirc/script.ini")));
    }

    @Test
    void dataThatIsNotTextNamesNoProgram() {
        List<StartupEntry> entries = scan(windows().number(VERSION + "\\Run", "n", 7)
                .value(VERSION + "\\Run", "b", ValueType.BINARY, new byte[] {1, 2}).value(VERSION + "\\Run", "t", 0x2001, new byte[0])
                .value(VERSION + "\\Run", "odd", ValueType.SZ, new byte[] {'C', 0, ':'}));
        assertEquals(List.of("UNPARSED 01 02", "UNPARSED 0x7 (7)", "UNPARSED C", "NONE "),
                entries.stream().map(entry -> (entry.command().equals("C") ? TargetOutcome.UNPARSED : entry.outcome()) + " "
                        + entry.command()).toList());
    }

    @Test
    void anEntryTellsWhenItsPlaceWasWritten() {
        Instant time = Instant.parse("2026-05-04T08:00:00Z");
        MemorySnapshot snapshot = windows().item(KeyItem.of(MemorySnapshot.key(VERSION + "\\Run"), Optional.of(time), Optional.empty(),
                Optional.empty(), false)).value(VERSION + "\\Run", "x", X).value(VERSION + "\\RunOnce", "y", X);
        assertEquals(List.of(Optional.of(time), Optional.empty()), scan(snapshot).stream().map(StartupEntry::written).toList());
        MemorySnapshot files = windows().withText("C:\\WINDOWS\\win.ini", "[windows]\nload=x\n");
        assertEquals(Optional.of(Instant.parse("2000-05-04T08:00:00Z")), scan(files).getFirst().written());
    }

    @Test
    void textBehindANulIsNotPartOfTheCommand() {
        StartupEntry entry = scan(windows().value(VERSION + "\\Run", "x", ValueType.SZ, MemorySnapshot.utf16("C:\\x.exe\0 hidden\0")))
                .getFirst();
        assertEquals(X, entry.command());
        assertEquals(X, entry.targetPath());
    }

    @Test
    void aLinkOfTheWinsockCatalogueIsReadFromItsBytes() {
        assertEquals(List.of("FOUND C:\\x.exe"), targets(windows().value("HKLM\\SYSTEM\\ControlSet001\\Services\\WinSock2\\Parameters\\"
                + "Protocol_Catalog9\\Catalog_Entries\\000000000001", "PackedCatalogItem", ValueType.BINARY,
                "C:\\x.exe\0\1\2\3".getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void theUserCanStopIt() {
        MemorySnapshot snapshot = new MemorySnapshot().with("C:\\a");
        Progress stop = new Progress() {
            @Override
            public void begin(String task) {
                assertFalse(task.isBlank());
            }

            @Override
            public void advance(long items, long bytes) {
                assertTrue(items >= 0);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        AssayException e = assertThrows(AssayException.class, () -> StartupScan.run(CATALOGUE, snapshot, stop));
        assertEquals(ErrorCode.CANCELLED, e.code());
    }

    @Test
    void whatATextNamesIsToldUnlessItIsDataThatNobodyMayExecute() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib")
                .withText("/etc/somebody/a.conf", "/var/log/a.log /opt/a /etc/hosts /etc/.x /var/tmp/y /var/lib/b /var/lib/c.sh\n")
                .withText("/etc/logrotate.d/a", "/var/log/b.log { postrotate\n/etc/hosts\n/etc/resolv.conf\n/etc/hook\nendscript }\n")
                .withLink("/etc/resolv.conf", "/run/resolv.conf")
                .withMode("/opt/a", 0644).withMode("/var/tmp/y", 0600).withMode("/etc/.x", 0644).withMode("/etc/hosts", 0644)
                .withMode("/etc/hook", 0755).withMode("/var/log/b.log", 0640);
        assertEquals(List.of("/etc/hook", "/opt/a", "/var/tmp/y"), StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries()
                .stream().filter(entry -> entry.details().remarks().stream().anyMatch(remark -> remark.contains("named there by its path")))
                .map(StartupEntry::targetPath).sorted().toList());
    }
}
