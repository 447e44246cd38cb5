package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.dword;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.place;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.unread;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.field.Attribute;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.testkit.Golden;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class OutbreakScenarioTest {

    private static final String RUN = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String EXEFILE = "HKLM\\Software\\Classes\\exefile\\shell\\open\\command";
    private static final String WORM = "a harmless stand-in for a worm";
    private static final String OUTBREAK = "2000-05-04T08:15:00Z";

    private static final ListView BEFORE = ListView.of(
            directory("C:/WINDOWS"), file("C:/WINDOWS/EXPLORER.EXE", "shell"), file("C:/WINDOWS/win.ini", "[windows]\nload=\n"),
            file("C:/WINDOWS/SETUP.LOG", "one"), file("C:/My Documents/beach.jpg", "picture"), file("C:/My Documents/song.mp3", "music"),
            file("C:/My Documents/letter.doc", "Dear Ann"), file("C:/My Documents/page.css", "body {}"),
            unread("C:/WINDOWS/USER.DAT", 300_000), file("C:/TOOLS/edit.com", "editor"), file("C:/TOOLS/login.exe", "login"),
            key(RUN), string(RUN, "SystemTray", "SysTray.Exe"), key(EXEFILE), string(EXEFILE, "", "\"%1\" %*"),
            dword("HKCU\\Software\\Microsoft\\Windows Scripting Host\\Settings", "Timeout", 30));

    private static final ListView AFTER = ListView.of(
            directory("C:/WINDOWS"), at(OUTBREAK, file("C:/WINDOWS/EXPLORER.EXE", "shell 2")),
            at(OUTBREAK, file("C:/WINDOWS/win.ini", "[windows]\nload=\nrun=x.vbs\n")),
            at(OUTBREAK, file("C:/WINDOWS/SETUP.LOG", "one two")),
            at(OUTBREAK, file("C:/WINDOWS/SYSTEM/LOVE-LETTER-FOR-YOU.TXT.vbs", WORM)),
            at(OUTBREAK, file("C:/WINDOWS/SYSTEM/MSKernel32.vbs", WORM)), at(OUTBREAK, file("C:/WINDOWS/SYSTEM/FILES32.VXD", "MZ" + WORM)),
            at(OUTBREAK, file("C:/My Documents/beach.jpg.vbs", WORM)), file("C:/My Documents/song.mp3", "music"),
            at(OUTBREAK, file("C:/My Documents/song.mp3.vbs", WORM)), at(OUTBREAK, file("C:/My Documents/page.vbs", WORM)),
            at(OUTBREAK, file("C:/My Documents/Letters/letter.doc", "Dear Ann")), unread("C:/WINDOWS/USER.DAT", 300_000),
            at(OUTBREAK, file("C:/My Documents/photo\u202egpj.exe", WORM)), file("C:/TOOLS/edit.com", "editor"),
            file("C:/TOOLS/login.exe", "eigol"), at(OUTBREAK, file("C:/RECYCLED/DC1.TXT", "seen late")),
            key(RUN.toUpperCase(Locale.ROOT)), string(RUN, "SystemTray", "SysTray.Exe"),
            string(RUN, "MSKernel32", "C:\\WINDOWS\\SYSTEM\\MSKernel32.vbs"), key(EXEFILE),
            string(EXEFILE, "", "FILES32.VXD \"%1\" %*"),
            dword("HKCU\\Software\\Microsoft\\Windows Scripting Host\\Settings", "Timeout", 0));

    @Test
    void tellsTheWholeStory() {
        Gap recycled = new Gap(place("C:/RECYCLED"), GapReason.ACCESS_DENIED, "The system refused.");
        List<Change> changes = SnapshotComparison.run(BEFORE.withGaps(recycled), AFTER, Progress.NONE);
        Golden.check(OutbreakScenarioTest.class, "outbreak.txt",
                changes.stream().map(OutbreakScenarioTest::text).collect(Collectors.joining()));
    }

    private static String text(Change change) {
        String from = change.before().filter(was -> !was.location().sameAs(change.location()))
                .map(was -> " from " + was.location().text()).orElse("");
        String attributes = change.attributes().stream().sorted().map(Attribute::name).collect(Collectors.joining(", ", " (", ")"));
        return change.number() + " " + change.severity() + " " + change.kind() + " " + change.location().text() + from
                + (change.attributes().isEmpty() ? "" : attributes) + "\n" + change.findings().stream()
                .map(finding -> "    " + finding.severity() + " " + finding.code() + ": " + finding.sentence() + "\n")
                .collect(Collectors.joining());
    }
}
