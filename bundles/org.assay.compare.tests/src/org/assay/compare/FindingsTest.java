package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.directory;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.key;
import static org.assay.testkit.Items.multiSz;
import static org.assay.testkit.Items.owned;
import static org.assay.testkit.Items.string;
import static org.assay.testkit.Items.stream;
import static org.assay.testkit.Items.sz;
import static org.assay.testkit.Items.unread;
import static org.assay.testkit.Items.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.testkit.HostileNames;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {

    private static final String LATER = "2000-05-04T08:00:00Z";
    private static final String EARLIER = "1998-01-01T00:00:00Z";
    private static final List<Item> NOTHING = List.of();

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("new text", NOTHING, List.of(file("C:/notes.txt", "x")), ""),
                arguments("changed text", List.of(file("C:/a.txt", "1")), List.of(at(LATER, file("C:/a.txt", "22"))), ""),
                arguments("touched program", List.of(file("C:/a.exe", "1")), List.of(at(LATER, file("C:/a.exe", "1"))), ""),
                arguments("gone program", List.of(file("C:/a.exe", "1")), NOTHING, ""),
                arguments("content under the same time", List.of(file("C:/a.txt", "1")), List.of(file("C:/a.txt", "2")),
                        "HIGH content-under-same-time"),
                arguments("same time, other size", List.of(file("C:/a.txt", "1")), List.of(file("C:/a.txt", "22")),
                        "HIGH content-under-same-time"),
                arguments("stream, which has no time of its own", List.of(stream("C:/a.txt", "s", "1")),
                        List.of(stream("C:/a.txt", "s", "2")), ""),
                arguments("new program", NOTHING, List.of(file("C:/x.EXE", "x")), "MEDIUM new-program"),
                arguments("new library", NOTHING, List.of(file("C:/FILES32.VXD", "x")), "MEDIUM new-program"),
                arguments("new library with its version", NOTHING, List.of(file("/usr/lib/libcrypt.so.1.1.0", "x")), "MEDIUM new-program"),
                arguments("new text about a library", NOTHING, List.of(file("/usr/share/libcrypt.so.txt", "x")), ""),
                arguments("memory written to disk", List.of(file("C:/pagefile.sys", "1")), List.of(at(LATER, file("C:/pagefile.sys", "2"))),
                        ""),
                arguments("new script", NOTHING, List.of(file("C:/x.vbs", "x")), "MEDIUM new-program"),
                arguments("new program with a blank and dot behind", NOTHING, List.of(file("C:/x.exe .", "x")), "MEDIUM new-program"),
                arguments("new executable", NOTHING, List.of(owned(file("/bin/x", "x"), 0755, "a", "a")), "MEDIUM new-program"),
                arguments("mode on a mounted drive", NOTHING, List.of(owned(file("C:/x.txt", "x"), 0777, "a", "a")), ""),
                arguments("new directory named like a program", NOTHING, List.of(owned(directory("/x.exe"), 0755, "a", "a")), ""),
                arguments("text that became executable", List.of(owned(file("/x", "x"), 0644, "a", "a")),
                        List.of(owned(file("/x", "x"), 0755, "a", "a")), "MEDIUM new-program"),
                arguments("text renamed to a program", List.of(file("C:/x.txt", "x")), List.of(file("C:/x.exe", "x")),
                        "MEDIUM new-program"),
                arguments("modified program", List.of(file("C:/a.dll", "1")), List.of(at(LATER, file("C:/a.dll", "2"))),
                        "MEDIUM modified-program"),
                arguments("program of the same time", List.of(file("C:/a.exe", "1")), List.of(file("C:/a.exe", "2")),
                        "HIGH content-under-same-time, MEDIUM modified-program"),
                arguments("time went back", List.of(file("C:/a.txt", "1")), List.of(at(EARLIER, file("C:/a.txt", "22"))),
                        "MEDIUM time-went-back"),
                arguments("time went back alone", List.of(file("C:/a.txt", "1")), List.of(at(EARLIER, file("C:/a.txt", "1"))), ""),
                arguments("unread now", List.of(file("C:/a.exe", "1")), List.of(unread("C:/a.exe", 1)), "MEDIUM content-not-read"),
                arguments("unread before", List.of(unread("C:/a.txt", 1)), List.of(file("C:/a.txt", "1")), "MEDIUM content-not-read"));
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                arguments("set-user-id gained", 0755, 04755, "HIGH set-id-gained"),
                arguments("set-group-id gained", 0644, 02644, "HIGH set-id-gained"),
                arguments("set-user-id lost", 04755, 0755, ""),
                arguments("set-user-id kept", 04755, 04711, ""));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("LOVE-LETTER-FOR-YOU.TXT.vbs", "HIGH double-extension, MEDIUM new-program"),
                arguments("song.mp3.vbs", "HIGH double-extension, MEDIUM new-program"),
                arguments("photo.jpg            .exe", "HIGH double-extension, MEDIUM new-program"),
                arguments("letter.doc.pif", "HIGH double-extension, MEDIUM new-program"),
                arguments("letter.txt.lnk", ""),
                arguments("jquery.min.js", "MEDIUM new-program"),
                arguments("letter.txt.txt", ""),
                arguments("photo\u202egpj.exe", "HIGH hostile-name, MEDIUM new-program"),
                arguments("photo\u202ecod.txt", "MEDIUM hostile-name"),
                arguments("new\nline", "MEDIUM hostile-name"),
                arguments("\udcff", "MEDIUM hostile-name"),
                arguments("zero\u200bwidth", "MEDIUM hostile-name"),
                arguments("lone\ud800surrogate", "MEDIUM hostile-name"),
                arguments("trailing ", "MEDIUM hostile-name"),
                arguments("trailing\u00a0", "MEDIUM hostile-name"),
                arguments("Screenshot 10.00.00\u202fAM.png", ""),
                arguments("\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67.png", ""),
                arguments("\u00e9t\u00e9.txt", ""));
    }

    static Stream<Arguments> data() {
        return Stream.of(
                arguments("text", ValueType.SZ, sz("notepad.exe"), ""),
                arguments("text behind NUL", ValueType.SZ, sz("good.exe\0evil.exe"), "MEDIUM text-behind-nul"),
                arguments("text behind NUL that expands", ValueType.EXPAND_SZ, sz("\0evil.exe"), "MEDIUM text-behind-nul"),
                arguments("padding behind NUL", ValueType.SZ, sz("good.exe\0\0\0"), ""),
                arguments("no terminator", ValueType.SZ, Bytes.ofHex("41004200"), ""),
                arguments("odd length", ValueType.SZ, Bytes.ofHex("410000"), ""),
                arguments("list", ValueType.MULTI_SZ, multiSz("a", "b"), ""),
                arguments("empty list", ValueType.MULTI_SZ, sz(""), ""),
                arguments("text behind list", ValueType.MULTI_SZ, sz("a\0b\0\0evil"), "MEDIUM text-behind-nul"),
                arguments("text behind empty list", ValueType.MULTI_SZ, sz("\0evil"), "MEDIUM text-behind-nul"),
                arguments("binary with zeros", ValueType.BINARY, Bytes.ofHex("410000004200"), ""),
                arguments("program", ValueType.BINARY, Bytes.ofHex("4d5a90"), "HIGH program-in-registry"),
                arguments("nothing", ValueType.BINARY, Bytes.EMPTY, ""),
                arguments("half of the letters", ValueType.NONE, Bytes.ofHex("4d"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void judgesFiles(String what, List<Item> before, List<Item> after, String expected) {
        assertEquals(expected, codes(compare(before, after)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rights")
    void judgesRights(String what, int before, int after, String expected) {
        FileItem plain = file("/sbin/x", "x");
        assertEquals(expected, codes(compare(List.of(owned(plain, before, "a", "a")), List.of(owned(plain, after, "a", "a"))))
                .replace(", MEDIUM new-program", ""));
    }

    @Test
    void aNewSetUserIdFileIsGraveAndADirectoryIsNot() {
        assertEquals("HIGH set-id-gained, MEDIUM new-program", codes(compare(NOTHING, List.of(owned(file("/x", "x"), 04755, "a", "a")))));
        assertEquals("", codes(compare(NOTHING, List.of(owned(directory("/x"), 02775, "a", "a")))));
    }

    @Test
    void aModeThatTheBaselineDidNotKeepIsNoGain() {
        assertEquals("", codes(compare(List.of(file("/x", "1")), List.of(at(LATER, owned(file("/x", "1"), 04755, "a", "a"))))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("names")
    void judgesNewNames(String name, String expected) {
        assertEquals(expected, codes(compare(NOTHING, List.of(file(Location.file("C:", "d", name), "x")))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("names")
    void doesNotJudgeNamesThatTheBaselineHas(String name, String expected) {
        Location place = Location.file("C:", "d", name);
        String codes = codes(compare(List.of(file(place, "1")), List.of(at(LATER, file(place, "1")))));
        assertEquals("", codes);
    }

    @Test
    void aRenamedFileIsJudgedByItsNewName() {
        assertEquals("HIGH double-extension", codes(compare(List.of(file("C:/a.vbs", "x")), List.of(file("C:/a.txt.vbs", "x")))));
        assertEquals("", codes(compare(List.of(file("C:/d/a.txt.vbs", "x")), List.of(file("C:/e/a.txt.vbs", "x")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void judgesRegistryData(String what, int type, Bytes data, String expected) {
        ValueItem value = value("HKLM\\S", "v", type, data);
        assertEquals(expected, codes(compare(NOTHING, List.of(value))));
        assertEquals(expected, codes(compare(List.of(value("HKLM\\S", "v", ValueType.NONE, Bytes.ofHex("00"))), List.of(value))));
        assertEquals("", codes(compare(List.of(value), NOTHING)));
    }

    @Test
    void aProgramThatWasInTheRegistryBeforeIsNotNew() {
        assertEquals("", codes(compare(List.of(value("HKLM\\S", "v", ValueType.BINARY, Bytes.ofHex("4d5a01"))),
                List.of(value("HKLM\\S", "v", ValueType.BINARY, Bytes.ofHex("4d5a02"))))));
    }

    @Test
    void aNulInARegistryNameIsGrave() {
        assertEquals("HIGH name-with-nul", codes(compare(NOTHING, List.of(string("HKLM\\S", "Run\0", "x")))));
        assertEquals("HIGH name-with-nul", codes(compare(NOTHING, List.of(key("HKLM\\S\\\0hidden")))));
        assertEquals("MEDIUM hostile-name", codes(compare(NOTHING, List.of(string("HKLM\\S", "Run ", "x")))));
    }

    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments("C:/p/x.jpg", "C:/p/x.jpg.vbs", true), arguments("C:/p/x.jpg", "C:/p/x.vbs", true),
                arguments("C:/p/X.JPG", "C:/p/x.jpg.VBS", true), arguments("C:/p/x.js", "C:/p/x.vbs", true),
                arguments("C:/p/report.doc", "C:/p/report.exe", true), arguments("C:/p/x.css", "C:/p/x.hta", true),
                arguments("C:/p/x.jpg", "C:/q/x.jpg.vbs", false), arguments("C:/p/x.jpg", "C:/p/y.vbs", false),
                arguments("C:/p/x.css", "C:/p/x.js", false), arguments("C:/p/x.jpg", "C:/p/x.png", false),
                arguments("C:/p/x.tmp", "C:/p/x.exe", false), arguments("C:/p/x.exe", "C:/p/x.vbs", false));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("replacements")
    void seesWorkReplacedByAScript(String gone, String came, boolean expected) {
        List<Change> changes = compare(List.of(file(gone, "work")), List.of(file(came, "script")));
        assertEquals(2, changes.size());
        for (Change change : changes) {
            assertEquals(expected, change.findings().stream().anyMatch(finding -> finding.code().equals("replaced-by-script")
                    && finding.severity() == Severity.HIGH), change.toString());
        }
    }

    @Test
    void everyPieceOfWorkThatOneScriptReplacesSaysSo() {
        List<Change> changes = compare(List.of(file("C:/x.js", "1"), file("C:/x.css", "2")), List.of(file("C:/x.vbs", "3")));
        assertEquals(3, changes.stream().filter(change -> codes(List.of(change)).contains("replaced-by-script")).count());
    }

    @Test
    void noSentenceCarriesAHostileNameAsItIs() {
        for (String name : HostileNames.all()) {
            String script = name + ".txt.vbs";
            compare(List.of(file(Location.file("C:", script.replace(".vbs", "")), "1")), List.of(file(Location.file("C:", script), "x")))
                    .forEach(change -> change.findings().forEach(FindingsTest::assertPlain));
            compare(NOTHING, List.of(value("HKLM", name + "\0", ValueType.SZ, sz(name + "\0" + name))))
                    .forEach(change -> change.findings().forEach(FindingsTest::assertPlain));
        }
    }

    private static void assertPlain(Finding finding) {
        assertEquals(Visible.text(finding.sentence()), finding.sentence());
        assertTrue(finding.sentence().endsWith("."), finding.sentence());
    }

    private static List<Change> compare(List<Item> before, List<Item> after) {
        return SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)), Progress.NONE);
    }

    private static String codes(List<Change> changes) {
        return String.join(", ", changes.stream().flatMap(change -> change.findings().stream())
                .map(finding -> finding.severity() + " " + finding.code()).toList());
    }
}
