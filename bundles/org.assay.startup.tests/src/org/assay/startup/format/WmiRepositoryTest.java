package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

public class WmiRepositoryTest {

    private static final String PATH = "C:\\WINDOWS\\System32\\wbem\\Repository\\OBJECTS.DATA";

    /** A repository with four subscriptions, as far as their strings go. */
    public static byte[] repository() {
        ByteWriter data = new ByteWriter().zeros(100);
        strings(data, "CommandLineEventConsumer", "cmd /c C:\\evil.exe", "Evil");
        strings(data.zeros(40), "__EventFilter", "root\\cimv2", "Tick", "SELECT * FROM __InstanceModificationEvent WITHIN 60", "WQL");
        binding(data.zeros(40), "CommandLineEventConsumer", "Evil", "Tick");
        strings(data.zeros(40), "ActiveScriptEventConsumer", "Script", "VBScript", "CreateObject(\"x\").Run");
        binding(data.zeros(40), "ActiveScriptEventConsumer", "Script", "Tick");
        strings(data.zeros(40), "ActiveScriptEventConsumer", "File", "JScript", "C:\\evil.js");
        binding(data.zeros(40), "ActiveScriptEventConsumer", "File", "Gone");
        strings(data.zeros(40), "NTEventLogEventConsumer", "SCM Event Log Consumer");
        binding(data.zeros(40), "NTEventLogEventConsumer", "SCM Event Log Consumer", "SCM Event Log Filter");
        data.zeros(40).u8(0).ansi("CommandLineEventConsumer\0").u8(1).utf16("C:\\\u00fc.exe\0").u8(1).utf16("\u00dcbel\0");
        data.zeros(40).u8(1).utf16("CommandLineEventConsumer.Name=\"\u00dcbel\"\0");
        return data.zeros(100).toArray();
    }

    /** A repository with one subscription, as far as its strings go. */
    public static byte[] repository(String type, String command) {
        ByteWriter data = new ByteWriter().zeros(100);
        strings(data, type, command, "Evil");
        strings(data.zeros(40), "__EventFilter", "root\\cimv2", "Tick", "SELECT * FROM __InstanceModificationEvent WITHIN 60", "WQL");
        binding(data.zeros(40), type, "Evil", "Tick");
        return data.zeros(100).toArray();
    }

    private static void strings(ByteWriter data, String... texts) {
        for (String text : texts) {
            data.u8(0).ansi(text + "\0");
        }
    }

    private static void binding(ByteWriter data, String type, String consumer, String filter) {
        strings(data, "__FilterToConsumerBinding", type + ".Name=\"" + consumer + "\"", "__EventFilter.Name=\"" + filter + "\"");
    }

    @Test
    void subscriptionsAreEntriesWithWhatTheyStartAndWhatTheyWaitFor() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\evil.exe", "C:\\evil.js", "C:\\\u00fc.exe")
                .withBytes(PATH, repository());
        List<StartupEntry> entries = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries();
        assertEquals(List.of("Evil FOUND C:\\evil.exe cmd /c C:\\evil.exe", "File FOUND C:\\evil.js C:\\evil.js",
                "SCM Event Log Consumer NONE  SCM Event Log Consumer", "Script INLINE_SCRIPT  CreateObject(\"x\").Run",
                "\u00dcbel FOUND C:\\\u00fc.exe C:\\\u00fc.exe"), entries.stream()
                        .map(entry -> entry.label() + " " + entry.outcome() + " " + entry.targetPath() + " " + entry.command()).toList());
        assertTrue(entries.getFirst().details().remarks().contains("It waits for: SELECT * FROM __InstanceModificationEvent WITHIN 60"));
        assertTrue(entries.get(1).details().remarks().contains("Its filter is Gone."));
        assertTrue(entries.stream().allMatch(entry -> entry.details().remarks().getFirst().contains("searching the bytes")));
        assertTrue(entries.get(2).cleanDefault());
    }

    private static List<String> found(String type, String... texts) {
        ByteWriter data = new ByteWriter().zeros(100);
        strings(data, type);
        strings(data, texts);
        binding(data.zeros(40), type, "Evil", "Tick");
        return StartupScan.run(Catalogue.standard(), new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\evil.exe",
                "C:\\WINDOWS\\notepad.exe").withBytes(PATH, data.zeros(100).toArray()), Progress.NONE).entries().stream()
                .filter(entry -> entry.label().equals("Evil")).map(entry -> entry.outcome() + " " + entry.targetPath()).toList();
    }

    // Microsoft Learn, "CommandLineEventConsumer class", ExecutablePath
    @Test
    void theExecutableOfAConsumerComesBeforeItsCommandLine() {
        assertEquals("FOUND C:\\evil.exe", found("CommandLineEventConsumer", "C:\\WINDOWS\\notepad.exe a", "C:\\evil.exe", "Evil")
                .getFirst());
        assertEquals("FOUND C:\\evil.exe", found("CommandLineEventConsumer", "C:\\evil.exe", "notepad.exe -a", "Evil").getFirst());
    }

    // FireEye, "WMI Offense, Defense, and Forensics": what was changed or deleted stays in OBJECTS.DATA until its place is used again
    @Test
    void whatAConsumerWasBeforeIsNoDecoy() {
        ByteWriter data = new ByteWriter().zeros(100);
        strings(data, "CommandLineEventConsumer", "C:\\WINDOWS\\notepad.exe", "Evil");
        strings(data.zeros(40), "CommandLineEventConsumer", "C:\\evil.exe", "Evil");
        binding(data.zeros(40), "CommandLineEventConsumer", "Evil", "Tick");
        assertEquals(List.of("C:\\WINDOWS\\notepad.exe", "C:\\evil.exe"), Places.read(new WmiRepository(), data.zeros(9).toArray())
                .starts().stream().map(FileStart::command).toList());
    }

    // Atomic Red Team T1546.003; Velociraptor, Windows.Persistence.PermanentWMIEvents
    @Test
    void whatAConsumersScriptNamesIsATarget() {
        assertEquals(List.of("INLINE_SCRIPT ", "FOUND C:\\evil.exe"), found("ActiveScriptEventConsumer", "VBScript",
                "CreateObject(\"WScript.Shell\").Run \"C:\\evil.exe\"", "Evil"));
    }

    @Test
    void aBindingWhoseConsumerIsNotFoundIsNotLeftOut() {
        ByteWriter data = new ByteWriter().zeros(10);
        binding(data, "CommandLineEventConsumer", "Evil", "Tick");
        assertEquals(List.of("the consumer's command was not found"),
                Places.read(new WmiRepository(), data.toArray()).starts().stream().map(FileStart::command).toList());
    }

    @Test
    void aRepositoryThatIsTooLargeToBeKeptIsAGap() {
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), new MemorySnapshot().withUnkept(PATH, "x"), Progress.NONE);
        assertEquals(1, outcome.gaps().size());
        assertTrue(outcome.gaps().getFirst().detail().contains("was not kept"));
    }

    @Test
    void moreSubscriptionsThanAreListedAreAProblem() {
        ByteWriter data = new ByteWriter();
        for (int number = 0; number < 600; number++) {
            binding(data, "CommandLineEventConsumer", "x" + number, "y");
        }
        FileStarts starts = Places.read(new WmiRepository(), data.toArray());
        assertEquals(500, starts.starts().size());
        assertTrue(starts.problem().isPresent());
    }

    @Test
    void stringsThatOverlapWithoutEndAreBounded() {
        byte[] overlapping = new ByteWriter().ansi("\1EventConsumer\0\1x".repeat(100_000)).toArray();
        assertTrue(Places.read(new WmiRepository(), overlapping).starts().isEmpty());
    }
}
