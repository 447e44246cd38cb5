package org.assay.startup.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row says how its file was found where the command does not name it in full. */
class FoundByTest {

    private static final String RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', value = {
        "C:\\a\\x.exe ! C:\\a\\x.exe ! ",
        "C:\\a\\x ! C:\\a\\x.exe ! ",
        "x.exe ! C:\\WINDOWS\\x.exe ! The command names it without a path, and it was found where Windows looks.",
        "C:\\a\\LONGFI~1.EXE ! C:\\a\\longfilename.exe ! The command names it by a short name, which this file may have.",
        "rundll32 C:\\a\\x.dll,Run ! C:\\a\\x.dll ! It is started by rundll32, which the command names.",
        "cmd /c rundll32.exe x.dll,Run ! C:\\WINDOWS\\System32\\x.dll ! It is started by rundll32.exe, which the command names."
                + " The command names it without a path, and it was found where Windows looks."})
    void aCommandOfWindows(String command, String file, String remark) {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\WINDOWS\\System32\\cmd.exe", file)
                .value("HKLM\\" + RUN, "x", command);
        assertEquals(remark == null ? List.of() : List.of(remark), remarks(snapshot, file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', value = {
        "/opt/x ! /opt/x ! ",
        "x ! /usr/bin/x ! The command names it without a path, and it was found in a folder that is searched for programs.",
        "~/x ! /root/x ! The command names it from its user's home.",
        "cd /opt; ./x ! /opt/./x ! The command names it from the folder that it is started in.",
        "/srv/link/x ! /opt/x ! The path that the command names leads here through a link, or as the system reads it.",
        "sh -c /opt/x ! /opt/x ! It is started by sh, which the command names."})
    void aCommandOfUnix(String command, String file, String remark) {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").withLink("/srv/link", "/opt")
                .with(file.replace("/./", "/")).withText("/etc/cron.d/x", "* * * * * root " + command + "\n");
        assertEquals(remark == null ? List.of() : List.of(remark), remarks(snapshot, file.replace("/./", "/")));
    }

    private static List<String> remarks(MemorySnapshot snapshot, String file) {
        List<StartupEntry> entries = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries();
        return entries.stream().filter(entry -> entry.targetPath().equalsIgnoreCase(file)).findFirst().orElseThrow().details().remarks();
    }
}
