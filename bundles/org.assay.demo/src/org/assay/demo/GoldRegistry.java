package org.assay.demo;

/**
 * The registry of the machine of {@link GoldFiles}, before anything happened: the parts that the story needs, and what lies around them.
 */
final class GoldRegistry {

    static final String CURRENT_VERSION = "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion";
    static final String CLASSES = "HKEY_LOCAL_MACHINE\\Software\\CLASSES";
    static final String LEDGER = "HKEY_LOCAL_MACHINE\\Software\\Example\\Ledger";
    static final String USER = "HKEY_CURRENT_USER\\Software\\Microsoft";

    private static final String RUN_IT = "\"%1\" %*";

    private GoldRegistry() {
    }

    static RegistryKeys machine() {
        RegistryKeys keys = new RegistryKeys();
        windows(keys);
        classes(keys);
        keys.string(LEDGER, "Path", "C:\\Program Files\\Ledger");
        keys.string(LEDGER, "Version", "4.1");
        keys.string("HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\VxD\\VNETSUP", "StaticVxD", "vnetsup.vxd");
        keys.binary("HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\VxD\\VNETSUP", "Start", "00");
        keys.string("HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Control\\ComputerName\\ComputerName", "ComputerName", "FRONTDESK");
        return keys;
    }

    static RegistryKeys user() {
        RegistryKeys keys = new RegistryKeys();
        keys.string(USER + "\\Internet Explorer", "Download Directory", "C:\\WINDOWS\\Desktop");
        keys.string(USER + "\\Internet Explorer\\Main", "Start Page", "http://www.example.org/");
        keys.string(USER + "\\Internet Explorer\\Main", "Search Page", "http://search.example.org/");
        keys.string(USER + "\\WAB\\WAB4\\Wab File Name", "", "C:\\WINDOWS\\Application Data\\Microsoft\\Address Book\\ann.wab");
        keys.dword(USER + "\\Windows Scripting Host\\Settings", "DisplayLogo", 1);
        keys.dword(USER + "\\Windows Scripting Host\\Settings", "Timeout", 30);
        keys.key(USER + "\\Windows\\CurrentVersion\\Run");
        String folders = USER + "\\Windows\\CurrentVersion\\Explorer\\Shell Folders";
        keys.string(folders, "Desktop", "C:\\WINDOWS\\Desktop");
        keys.string(folders, "Personal", "C:\\My Documents");
        keys.string(folders, "Startup", "C:\\WINDOWS\\Start Menu\\Programs\\StartUp");
        keys.string("HKEY_CURRENT_USER\\Control Panel\\Desktop", "ScreenSaveTimeOut", "600");
        return keys;
    }

    private static void windows(RegistryKeys keys) {
        keys.string(CURRENT_VERSION, "ProductName", "Microsoft Windows 98");
        keys.string(CURRENT_VERSION, "ProgramFilesDir", "C:\\Program Files");
        keys.string(CURRENT_VERSION, "RegisteredOwner", "Ann");
        keys.string(CURRENT_VERSION, "SystemRoot", "C:\\WINDOWS");
        keys.string(CURRENT_VERSION, "VersionNumber", "4.10.2222");
        keys.string(CURRENT_VERSION + "\\Run", "LoadPowerProfile", "Rundll32.exe powrprof.dll,LoadCurrentPwrScheme");
        keys.string(CURRENT_VERSION + "\\Run", "ScanRegistry", "C:\\WINDOWS\\scanregw.exe /autorun");
        keys.string(CURRENT_VERSION + "\\Run", "SystemTray", "SysTray.Exe");
        keys.string(CURRENT_VERSION + "\\Run", "TaskMonitor", "C:\\WINDOWS\\taskmon.exe");
        keys.key(CURRENT_VERSION + "\\RunOnce");
        keys.string(CURRENT_VERSION + "\\RunServices", "LoadPowerProfile", "Rundll32.exe powrprof.dll,LoadCurrentPwrScheme");
        keys.string(CURRENT_VERSION + "\\RunServices", "SchedulingAgent", "mstask.exe");
    }

    private static void classes(RegistryKeys keys) {
        keys.string(CLASSES + "\\.exe", "", "exefile");
        keys.string(CLASSES + "\\.txt", "", "txtfile");
        keys.string(CLASSES + "\\.vbs", "", "VBSFile");
        keys.string(CLASSES + "\\exefile", "", "Application");
        keys.binary(CLASSES + "\\exefile", "EditFlags", "d8,07,00,00");
        command(keys, "exefile", RUN_IT);
        command(keys, "comfile", RUN_IT);
        command(keys, "batfile", RUN_IT);
        command(keys, "piffile", RUN_IT);
        command(keys, "scrfile", "\"%1\" /S");
        command(keys, "regfile", "regedit.exe \"%1\"");
        command(keys, "txtfile", "C:\\WINDOWS\\NOTEPAD.EXE %1");
        command(keys, "VBSFile", "C:\\WINDOWS\\WScript.exe \"%1\" %*");
    }

    private static void command(RegistryKeys keys, String type, String command) {
        keys.string(CLASSES + "\\" + type + "\\shell\\open\\command", "", command);
    }
}
