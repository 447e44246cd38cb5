package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.addedKey;
import static org.assay.remedy.Changes.modified;
import static org.assay.remedy.Changes.moved;
import static org.assay.remedy.Changes.removed;
import static org.assay.remedy.Changes.tagged;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.keyPlace;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.sha256;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.unread;
import static org.assay.testkit.Items.value;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.assay.model.Severity;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Bytes;

/** A machine that caught two worms, for the golden files: every kind of change, decision, action and manual step is in it. */
final class Outbreak {

    private static final String VERSION = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion";
    private static final String EXE = "HKLM\\Software\\Classes\\exefile\\shell\\open\\command";
    private static final FileItem WORM = file("C:/WINDOWS/SYSTEM/FILES32.VXD", "pretty park");
    private static final FileItem SCRIPT = file("C:/WINDOWS/Win32DLL.vbs", "love letter");
    private static final String INI = "[windows]\r\nload=\r\nrun=\r\n";

    private Outbreak() {
    }

    static ExportContents contents() {
        List<Gap> gaps = List.of(new Gap(place("C:/pagefile.sys"), GapReason.ACCESS_DENIED, "The system refused to open it."));
        return Changes.contents(changes(), startup(), List.of(), gaps,
                file -> file.sha256().orElseThrow().equals(sha256(INI))
                        ? Optional.of(new ByteArrayInputStream(INI.getBytes(StandardCharsets.UTF_8))) : Optional.empty());
    }

    private static List<TaggedChange> changes() {
        Finding starts = new Finding("autostart", Severity.HIGH, "It starts by itself when Windows starts.");
        Finding program = new Finding("program-in-disguise", Severity.MEDIUM, "It is a program, but its name does not end like one.");
        FileItem ini = file("C:/WINDOWS/win.ini", INI);
        return List.of(
                tagged(Decision.QUARANTINE, "W32.PrettyPark", added(1, WORM, starts, program)),
                tagged(Decision.QUARANTINE, "VBS.LoveLetter", added(2, SCRIPT, starts)),
                tagged(Decision.REPAIR, modified(3, ini, file("C:/WINDOWS/win.ini", "[windows]\r\nload=a\r\nrun=\r\n"), Attribute.CONTENT)),
                tagged(Decision.QUARANTINE, added(4, file("C:/My Documents/photo\u202egpj.exe", "worm"), program)),
                tagged(Decision.REPAIR, removed(5, owned(file("C:/My Documents/holiday.jpg", "beach"), 0644, "ann", "users"))),
                tagged(Decision.INVESTIGATE, "ask Ann", moved(6, file("C:/TOOLS/nc.exe", "nc"), file("C:/WINDOWS/svchost.exe", "nc"))),
                untagged(added(7, file("C:/Temp/~df1.tmp", "temp"))),
                tagged(Decision.ACCEPT, "installed by us", added(8, file("C:/Program Files/Agent/agent.exe", "agent"))),
                tagged(Decision.QUARANTINE, added(9, unread("C:/locked.exe", 4_096))),
                tagged(Decision.QUARANTINE, added(10, file("D:/100% & more/it's.exe", "worm"))),
                tagged(Decision.REPAIR, modified(11, string(EXE, "", "\"%1\" %*"), string(EXE, "", "FILES32.VXD \"%1\" %*"),
                        Attribute.VALUE_DATA)),
                tagged(Decision.REPAIR, added(12, string(VERSION + "\\RunServices", "Win32DLL", "C:\\WINDOWS\\Win32DLL.vbs"), starts)),
                tagged(Decision.REPAIR, addedKey(13, VERSION + "\\Worm")),
                tagged(Decision.REPAIR, added(14, dword(VERSION + "\\Worm", "Count", 42))),
                tagged(Decision.REPAIR, removed(15, key("HKCU\\Software\\Mail"))),
                tagged(Decision.REPAIR, removed(16, value("HKCU\\Software\\Mail", "Server", ValueType.EXPAND_SZ,
                        Bytes.ofHex("6d0061006900")))),
                tagged(Decision.REPAIR, addedKey(17, "HKCU\\Software\\WAB")),
                untagged(added(18, string("HKCU\\Software\\WAB", "ann", "1"))),
                tagged(Decision.REPAIR, added(19, string("HIVE\\Run", "x\ny", "=cmd"))));
    }

    private static List<StartupRow> startup() {
        StartupEntry before = new StartupEntry("class-exefile-hklm", "How programs start", "Class", "T1546.001", Severity.HIGH,
                keyPlace(EXE).value(""), "(Default)", "\"%1\" %*", TargetOutcome.NONE, "", Optional.empty(), true, false, Optional.empty(),
                EntryDetails.NONE);
        StartupEntry after = new StartupEntry("class-exefile-hklm", "How programs start", "Class", "T1546.001", Severity.HIGH,
                keyPlace(EXE).value(""), "(Default)", "FILES32.VXD \"%1\" %*", TargetOutcome.FOUND, "C:\\WINDOWS\\SYSTEM\\FILES32.VXD",
                Optional.of(WORM), false, false, Optional.empty(), EntryDetails.NONE);
        StartupEntry tray = new StartupEntry("run-hklm", "Run", "Run", "T1547.001", Severity.MEDIUM, keyPlace(VERSION + "\\Run")
                .value("SystemTray"),
                "SystemTray", "SysTray.Exe", TargetOutcome.MISSING, "SysTray.Exe", Optional.empty(), false, false, Optional.empty(),
                        EntryDetails.NONE);
        return List.of(
                new StartupRow(tray, EntryChange.UNCHANGED, Optional.of(tray), TargetVerdict.MISSING, Severity.LOW,
                        "Its file is not there.", 60),
                new StartupRow(after, EntryChange.CHANGED, Optional.of(before), TargetVerdict.ADDED, Severity.HIGH,
                        "Every program now starts through a file that the baseline does not have.", 600));
    }
}
