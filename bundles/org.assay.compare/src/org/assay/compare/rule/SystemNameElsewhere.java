package org.assay.compare.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.compare.context.NewNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Visible;

/** Nobody wonders at a program of the system in a list of what runs, unless its folder is shown. */
final class SystemNameElsewhere implements FileRule {

    private static final FindingType TYPE = new FindingType("system-name-elsewhere", "Name of a system file in another folder",
            "new and renamed programs and libraries", List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1036.005", "T1574.001"));
    private static final Set<String> PROGRAMS = Set.of("svchost.exe", "lsass.exe", "csrss.exe", "smss.exe", "services.exe", "wininit.exe",
            "winlogon.exe", "explorer.exe", "spoolsv.exe", "taskhost.exe", "taskhostw.exe", "rundll32.exe", "regsvr32.exe", "dllhost.exe",
            "conhost.exe", "dwm.exe", "lsm.exe", "ctfmon.exe", "sihost.exe", "runtimebroker.exe", "searchindexer.exe", "userinit.exe",
            "logonui.exe", "fontdrvhost.exe", "audiodg.exe", "wmiprvse.exe", "msmpeng.exe", "cmd.exe", "powershell.exe", "mshta.exe",
            "wscript.exe", "cscript.exe", "schtasks.exe", "taskmgr.exe", "wuauclt.exe", "kernel32.dll", "ntdll.dll", "user32.dll");
    /** Libraries that programs look for beside themselves before they do in the system's folder. */
    private static final Set<String> LIBRARIES = Set.of("version.dll", "dbghelp.dll", "cryptbase.dll", "cryptsp.dll", "userenv.dll",
            "wtsapi32.dll", "winmm.dll", "profapi.dll", "dwmapi.dll", "uxtheme.dll", "msimg32.dll", "secur32.dll", "sspicli.dll",
            "wininet.dll", "winhttp.dll", "iphlpapi.dll", "netapi32.dll", "propsys.dll", "textshaping.dll", "edgegdi.dll", "wlbsctrl.dll",
            "ualapi.dll", "tsmsisrv.dll", "ntshrui.dll", "linkinfo.dll", "dnsapi.dll", "mswsock.dll", "hid.dll", "mscoree.dll");
    private static final Set<String> WINDOWS = Set.of("WINDOWS", "WINNT", "WINSXS", "SYSTEM32", "SYSWOW64", "SERVICING",
            "SOFTWAREDISTRIBUTION", "$WINDOWS.~BT", "WINDOWS.OLD", "DRIVERSTORE", "WINDOWS DEFENDER");
    private static final Set<String> UNIX = Set.of("kthreadd", "kworker", "ksoftirqd", "migration", "rcu_sched", "systemd", "init", "sshd",
            "cron", "crond", "dbus-daemon", "rsyslogd", "systemd-journald", "systemd-udevd", "udevd", "agetty", "login", "sudo", "su",
            "bash", "ls", "ps", "netstat", "ss", "top", "launchd", "kernel_task", "mdworker");
    private static final Set<String> UNIX_FOLDERS = Set.of("bin", "sbin", "lib", "lib64", "libexec", "usr", "opt", "snap", "System",
            "Library", "Applications");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean isNew = NewNames.isBroughtBy(file.change()) && file.item().kind() == FileKind.FILE;
        if (!isNew) {
            return Optional.empty();
        }
        List<String> components = file.item().location().components();
        List<String> folders = components.subList(1, Math.max(1, components.size() - 1));
        return components.getFirst().endsWith(":") ? onDrive(file, folders) : onUnix(file.item(), folders);
    }

    private static Optional<Finding> onDrive(FileChange file, List<String> folders) {
        String name = file.item().location().name().toLowerCase(Locale.ROOT);
        boolean isOwn = folders.stream().map(folder -> folder.toUpperCase(Locale.ROOT)).anyMatch(WINDOWS::contains)
                && folders.stream().map(folder -> folder.toUpperCase(Locale.ROOT)).noneMatch(folder -> folder.equals("TEMP")
                        || folder.equals("TASKS") || folder.equals("FONTS"));
        boolean isSigned = file.signature().filter(signature -> signature.status() == SignatureStatus.VALID).isPresent();
        if (isOwn || isSigned) {
            return Optional.empty();
        }
        return PROGRAMS.contains(name) ? Optional.of(TYPE.found(Severity.HIGH, "It is named like " + Visible.text(name)
                + " of Windows, which lies in the folder of Windows only.")) : LIBRARIES.contains(name) ? Optional.of(TYPE.found(
                        Severity.MEDIUM, "It is named like the library " + Visible.text(name) + " of Windows, and a program in this folder"
                                + " loads it in place of that.")) : Optional.empty();
    }

    private static Optional<Finding> onUnix(FileItem file, List<String> folders) {
        String name = file.location().name();
        String plain = name.replaceAll("^\\[|[:/\\]].*$", "");
        boolean found = FileNames.runnable(file).isPresent() && (UNIX.contains(plain) || name.startsWith("["))
                && (folders.isEmpty() || !UNIX_FOLDERS.contains(folders.getFirst()));
        return found ? Optional.of(TYPE.found(Severity.HIGH, "It is named like " + Visible.text(plain)
                + " of the system, and lies where programs of the system do not.")) : Optional.empty();
    }
}
