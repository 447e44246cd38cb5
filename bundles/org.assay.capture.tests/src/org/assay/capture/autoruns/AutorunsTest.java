package org.assay.capture.autoruns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Captures;
import org.assay.capture.RecordingSink;
import org.assay.model.AssayException;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.SourceKind;

class AutorunsTest {

    private static final String HEADING = "Time,Entry Location,Entry,Enabled,Category,Profile,Description,Signer,Company,Image Path,"
            + "Version,Launch String,MD5,SHA-1,PESHA-1,PESHA-256,SHA-256,IMP\r\n";
    private static final String RUN = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";

    @TempDir
    private Path folder;

    private RecordingSink read(String text) throws IOException {
        Path file = Files.write(folder.resolve("list.csv"), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        return Captures.of(new Evidence(SourceKind.AUTORUNS, "", file.toString()));
    }

    private static String row(String location, String entry, String enabled, String category, String profile, String image,
            String launch) {
        return String.join(",", "\"20200102-030405\"", quoted(location), quoted(entry), enabled, quoted(category), quoted(profile),
                "\"a, b\"", "\"(Verified) Acme\"", "\"Acme\"", quoted(image), "1.0", quoted(launch), "0".repeat(32), "1".repeat(40), "", "",
                "AB".repeat(32), "") + "\r\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static List<String> values(RecordingSink sink) {
        return sink.items.stream().filter(ValueItem.class::isInstance).map(ValueItem.class::cast)
                .map(value -> value.location().text() + " = " + String.join(" + ", ValueType.strings(value.data()))).toList();
    }

    @Test
    void rowsThatNameOneValueBecomeIt() throws IOException {
        RecordingSink sink = read("Autoruns banner\r\n\r\n" + HEADING
                + row(RUN, "Tool", "enabled", "Logon", "System-wide", "c:\\tools\\t.exe", "\"C:\\Tools\\t.exe\" /x \"y\"")
                + row("HKCU" + RUN.substring(4), "Mine", "enabled", "Logon", "PC\\ann", "c:\\m.exe", "c:\\m.exe")
                + row("HKLM\\System\\CurrentControlSet\\Services", "svc", "enabled", "Services", "System-wide", "c:\\windows\\s.dll",
                        "%SystemRoot%\\System32\\svchost.exe -k netsvcs")
                + row("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\Userinit", "a.exe", "enabled", "Winlogon",
                        "", "", "")
                + row("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\Userinit", "b.exe", "enabled", "Winlogon",
                        "", "", "")
                + row("Task Scheduler", "\\A\\B", "enabled", "Tasks", "System-wide", "c:\\t.exe", "c:\\t.exe -t")
                + row("HKLM\\Software\\Classes\\*\\ShellEx\\ContextMenuHandlers", "Zip", "enabled", "Explorer", "System-wide",
                        "c:\\zip.dll", "{11111111-2222-3333-4444-555555555555}")
                + row(RUN, "Off", "disabled", "Logon", "System-wide", "File not found: c:\\gone.exe", "c:\\gone.exe")
                + row(RUN, "", "enabled", "Logon", "", "", ""));
        assertIterableEquals(List.of("AUTORUNS\\disabled\\Logon\\" + RUN + " [Off] = c:\\gone.exe",
                "AUTORUNS\\enabled\\Explorer\\HKLM\\Software\\Classes\\*\\ShellEx\\ContextMenuHandlers [Zip] = c:\\zip.dll",
                "AUTORUNS\\enabled\\Tasks\\Task Scheduler [\\A\\B] = c:\\t.exe -t",
                RUN + " [Tool] = \"C:\\Tools\\t.exe\" /x \"y\"",
                "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon [Userinit] = a.exe + b.exe",
                "HKLM\\System\\CurrentControlSet\\Services\\svc [ImagePath] = %SystemRoot%\\System32\\svchost.exe -k netsvcs",
                "HKLM\\System\\CurrentControlSet\\Services\\svc\\Parameters [ServiceDll] = c:\\windows\\s.dll",
                "HKU\\ann\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run [Mine] = c:\\m.exe").stream().sorted().toList(),
                values(sink).stream().sorted().toList());
        assertEquals(List.of("C:\\m.exe", "C:\\t.exe", "C:\\tools\\t.exe", "C:\\windows\\s.dll", "C:\\zip.dll"),
                sink.files().map(file -> file.location().text()).toList());
        assertTrue(sink.gaps.isEmpty() && sink.remarks.size() == 1, sink.gaps::toString);
    }

    @Test
    void imagesHaveTheDigestsAndTheSignerOfTheirRow() throws IOException {
        FileItem file = read(HEADING + row(RUN, "x", "enabled", "Logon", "", "C:\\x.exe", "C:\\x.exe")).files().findFirst().orElseThrow();
        assertEquals("ab".repeat(32), file.sha256().orElseThrow().hex());
        assertEquals("1".repeat(40), file.details().digests().get(DigestAlgorithm.SHA1).hex());
        assertEquals(SignatureStatus.VALID, file.details().signature().orElseThrow().status());
        assertEquals("Acme", file.details().signature().orElseThrow().signer());
    }

    @Test
    void whatIsAmbiguousOrDamagedIsAGap() throws IOException {
        RecordingSink sink = read(HEADING + row("Task Scheduler", "x", "enabled", "Tasks", "", "", "one")
                + row("Task Scheduler", "x", "enabled", "Tasks", "", "", "two") + "a,b,c\r\n");
        assertEquals(List.of("line 4 has 3 cells where the heading has 18",
                "several rows of Autoruns name this place; the first was taken, another says two"),
                sink.gaps.stream().map(gap -> gap.detail()).toList());
        assertEquals(List.of("AUTORUNS\\enabled\\Tasks\\Task Scheduler [x] = one"), values(sink));
    }

    @Test
    void xmlSaysTheSame() throws IOException {
        RecordingSink sink = read("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<autoruns><item><location>" + RUN + "</location>"
                + "<itemname>Tool</itemname><launchstring>C:\\t.exe &amp; x</launchstring><imagepath>C:\\t.exe</imagepath><sha256hash>"
                + "cd".repeat(32) + "</sha256hash></item><item><location>x</location></item></autoruns>");
        assertEquals(List.of(RUN + " [Tool] = C:\\t.exe & x"), values(sink));
        assertEquals("cd".repeat(32), sink.files().findFirst().orElseThrow().sha256().orElseThrow().hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "a,b\r\nc,d\r\n", "<other/>"})
    void whatIsNoListOfAutorunsIsRefused(String text) {
        AssayException e = assertThrows(AssayException.class, () -> read(text));
        assertTrue(e.getMessage().contains("is not a list of Autoruns"), e.getMessage());
    }

    @Test
    void aListThatIsNotThereIsRefused() {
        assertThrows(AssayException.class, () -> Captures.of(new Evidence(SourceKind.AUTORUNS, "",
                folder.resolve("none").toString())));
    }

    @Test
    void whatIsLargerThanAnyListIsAGapAndEndsTheReading() throws IOException {
        for (String rest : List.of("x,".repeat(300) + "\r\n", "\"" + "x".repeat(2 << 20), "y".repeat(2 << 20))) {
            RecordingSink sink = read(HEADING + row("Task Scheduler", "x", "enabled", "Tasks", "", "", "one") + rest);
            assertEquals(List.of("AUTORUNS\\enabled\\Tasks\\Task Scheduler [x] = one"), values(sink));
            assertTrue(sink.gap().detail().startsWith("what follows line 2 was not read"), sink.gap().detail());
        }
    }

    @Test
    void aTableMayBeSeparatedByTabsAndHoldLineEndsInItsCells() throws IOException {
        RecordingSink sink = read("Entry Location\tEntry\tLaunch String\r\nTask Scheduler\tx\t\"a\r\nb \"\"c\"\"\"\r\n");
        assertEquals(List.of("AUTORUNS\\enabled\\Other\\Task Scheduler [x] = a\r\nb \"c\""), values(sink));
    }

    @Property(tries = 300)
    void anyTextIsReadAsATable(@ForAll String text) {
        AutorunsTable table = AutorunsTable.csv(HEADING + text);
        assertTrue(table.rows().size() + table.problems().size() <= text.length());
    }

    @Property(tries = 300)
    void anyRowsBecomeItems(@ForAll List<String> cells) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 3 < cells.size(); at += 4) {
            text.append(row(cells.get(at), cells.get(at + 1), "enabled", "x", cells.get(at + 2), "C:\\" + cells.get(at + 3),
                    cells.get(at)));
        }
        RecordingSink sink = new RecordingSink();
        AutorunsItems items = new AutorunsItems(sink);
        items.add(AutorunsTable.csv(HEADING + text));
        items.finish(_ -> false);
        assertTrue(sink.items.size() <= cells.size() * 2);
    }
}
