package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class TaskFileTest {

    /** A task as the Task Scheduler writes it, with these actions. */
    public static String xml(String actions) {
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo><Author>HOST\\ann</Author><URI>\\evil</URI></RegistrationInfo>
                  <Triggers>
                    <LogonTrigger><Enabled>true</Enabled></LogonTrigger>
                    <CalendarTrigger><StartBoundary>2024-01-02T03:04:05</StartBoundary><ScheduleByDay/>
                      <Repetition><Interval>PT5M</Interval></Repetition></CalendarTrigger>
                    <BootTrigger><Enabled>false</Enabled></BootTrigger>
                  </Triggers>
                  <Principals><Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel></Principal></Principals>
                  <Settings><Enabled>true</Enabled><Hidden>false</Hidden></Settings>
                  <Actions Context="Author">ACTIONS</Actions>
                </Task>
                """.replace("ACTIONS", actions);
    }

    public static byte[] job(String program, String arguments, int flags) {
        ByteWriter job = new ByteWriter().u16(0x501).u16(1).padTo(20).u16(70).u16(0).padTo(48).u32(flags).padTo(68).u16(0);
        for (String text : List.of(program, arguments, "C:\\Work", "ann", "")) {
            job.u16(text.isEmpty() ? 0 : text.length() + 1).utf16(text.isEmpty() ? "" : text + "\0");
        }
        job.u16(0).u16(0);
        int triggers = job.size();
        byte[] bytes = job.u16(2).bytes(trigger(1)).bytes(trigger(6)).toArray();
        bytes[22] = (byte) triggers;
        bytes[23] = (byte) (triggers >> 8);
        return bytes;
    }

    private static byte[] trigger(int type) {
        return new ByteWriter().u16(48).u16(0).u16(2003).u16(4).u16(5).padTo(16).u16(6).u16(7).padTo(32).u32(type).padTo(48).toArray();
    }

    private static FileStarts read(String text) {
        return Places.read(TaskFile.FORMAT, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void everyActionOfATaskIsTold() {
        FileStarts starts = read(xml("""
                <Exec><Command>C:\\Program Files\\x.exe</Command><Arguments>/a "b"</Arguments></Exec><SendEmail/>
                <Exec><Command>"C:\\y.exe"</Command><WorkingDirectory>C:\\Work</WorkingDirectory></Exec>
                <ComHandler><ClassId>{11111111-2222-3333-4444-555555555555}</ClassId><Data>some</Data></ComHandler>"""));
        assertEquals(List.of("\"C:\\Program Files\\x.exe\" /a \"b\"", "C:\\y.exe", "{11111111-2222-3333-4444-555555555555}"),
                starts.starts().stream().map(FileStart::command).toList());
        assertEquals(List.of("", "in C:\\Work", "some"), starts.starts().stream().map(start -> start.details().raw()).toList());
        assertEquals("S-1-5-18", starts.starts().getFirst().details().user());
        assertEquals(List.of("It starts when a user logs on, by day from 2024-01-02T03:04:05 and then every PT5M, "
                + "at boot (this trigger is disabled).", "It runs with the highest rights that its user has."),
                starts.starts().getFirst().details().remarks());
    }

    @Test
    void aDisabledTaskIsToldToBe() {
        String disabled = xml("<Exec><Command>x.exe</Command></Exec>").replace("<Settings><Enabled>true", "<Settings><Enabled>false")
                .replace("<Hidden>false", "<Hidden>true");
        FileStart start = read(disabled).starts().getFirst();
        assertEquals(EntryState.DISABLED, start.details().state());
        assertTrue(start.details().remarks().contains("The task is marked hidden."));
    }

    @Test
    void aTaskIsReadInAnyEncodingItIsWrittenIn() {
        String text = xml("<Exec><Command>C:\\\u00fc.exe</Command></Exec>");
        for (byte[] content : List.of(text.getBytes(StandardCharsets.UTF_8), ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16LE), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE))) {
            assertEquals("C:\\\u00fc.exe", Places.read(TaskFile.FORMAT, content).starts().getFirst().command());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE Task [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Task><Actions><Exec><Command>&a;</Command></Exec></Actions></Task>",
        "<!DOCTYPE Task [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]><Task><Actions><Exec><Command>&b;</Command></Exec></Actions></Task>",
        "<Task><Actions><Exec><Command>&a;</Command></Exec></Actions></Task>", "<Task><Actions><Exec><Command>x", "", "MZ", "<Other/>",
        "<Task/>", "<Task><Actions><SendEmail/></Actions></Task>"})
    void whatIsNoTaskIsAProblemAndNothingElse(String text) {
        FileStarts starts = read(text);
        assertEquals(List.of(), starts.starts());
        assertTrue(starts.problem().isPresent());
    }

    @Test
    void aTaskThatIsNestedWithoutEndIsAProblem() {
        assertTrue(read("<Task>" + "<a>".repeat(400_000)).problem().orElseThrow().contains("nested"));
        assertTrue(read("<Task>" + "<a/>".repeat(200_000) + "</Task>").problem().orElseThrow().contains("elements"));
    }

    @Test
    void aJobOfOldIsRead() {
        FileStart start = Places.read(TaskFile.FORMAT, job("C:\\Program Files\\x.exe", "/a", 0)).starts().getFirst();
        assertEquals("\"C:\\Program Files\\x.exe\" /a", start.command());
        assertEquals(List.of("It starts by day from 2003-04-05 06:07, at boot.", "Its author is ann."), start.details().remarks());
        assertEquals("in C:\\Work", start.details().raw());
        assertEquals(EntryState.ENABLED, start.details().state());
        assertEquals(EntryState.DISABLED, Places.read(TaskFile.FORMAT, job("x.exe", "", 4)).starts().getFirst().details().state());
    }

    @Test
    void tasksAreEntriesWithWhatTheyStart() {
        String id = "{11111111-2222-3333-4444-555555555555}";
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\evil.exe", "C:\\evil.dll")
                .withText("C:\\WINDOWS\\System32\\Tasks\\Microsoft\\a", xml("<Exec><Command>C:\\evil.exe</Command></Exec>"))
                .withText("C:\\WINDOWS\\System32\\Tasks\\b", xml("<ComHandler><ClassId>" + id + "</ClassId></ComHandler>"))
                .withText("C:\\WINDOWS\\System32\\Tasks\\c", "nonsense")
                .withBytes("C:\\WINDOWS\\Tasks\\d.job", job("C:\\evil.exe", "", 0))
                .value("HKLM\\SOFTWARE\\Classes\\CLSID\\" + id + "\\InprocServer32", "", "C:\\evil.dll");
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        List<StartupEntry> tasks = outcome.entries().stream().filter(entry -> entry.catalogueId().startsWith("tasks-")).toList();
        assertEquals(List.of("a FOUND C:\\evil.exe", "b FOUND C:\\evil.dll", "c UNPARSED ", "d.job FOUND C:\\evil.exe"),
                tasks.stream().map(entry -> entry.label() + " " + entry.outcome() + " " + entry.targetPath()).toList());
        assertEquals(1, outcome.gaps().size());
    }
}
