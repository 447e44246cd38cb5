package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

class ShortcutTest {

    private static final String FOLDER = "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\";

    /** Written by Wine 8.0's WScript.Shell: notepad with arguments and a working folder. */
    private static final String WINE = """
            4c0000000114020000000000c000000000000046b30000000000000000000000000000000000000000000000000000000000
            0000000000000000000001000000000000000000000000000000f30014001f00e04fd020ea3a6910a2d808002b30309d1900
            23433a5c000000000000000000000000000000000000003c00310000000000795d8a8a100077696e646f7773002600000000
            000000795d8a8a795d8b8a00000000770069006e0064006f0077007300000016004000310000000000795d8a8a1000737973
            74656d333200002800000000000000795d8a8a795d8a8a00000000730079007300740065006d003300320000001800480032
            00000000000000000000006e6f74657061642e657865002e000000000000000000000000000000000000006e006f00740065
            007000610064002e0065007800650000001a0000004e0000001c000000010000001c0000002d000000000000004d00000011
            00000003000000000000431000000000433a5c77696e646f77735c73797374656d33325c6e6f74657061642e65786500000b
            0043003a005c00770069006e0064006f007700730000000d002f007000200022006100200062002e00740078007400220000
            0000000000
            """;

    @Test
    void aShortcutThatAnotherProgramWroteIsRead() {
        FileStarts read = Places.read(new Shortcut(), HexFormat.of().parseHex(WINE.replaceAll("\\s", "")));
        assertEquals(List.of("\"C:\\windows\\system32\\notepad.exe\" /p \"a b.txt\""),
                read.starts().stream().map(FileStart::command).toList());
        assertEquals("in C:\\windows", read.starts().getFirst().details().raw());
        assertTrue(read.problem().isEmpty());
    }

    private static List<String> commands(ShortcutBytes link) {
        return Places.read(new Shortcut(), link.toArray()).starts().stream().map(FileStart::command).toList();
    }

    @Test
    void theTargetIsFoundInEachOfItsPlaces() {
        String path = "C:\\Program Files\\A long name\\evil.exe";
        assertEquals(List.of("\"" + path + "\""), commands(new ShortcutBytes().items(path)));
        assertEquals(List.of("\"" + path + "\""), commands(new ShortcutBytes().local(path)));
        assertEquals(List.of("\"%windir%\\evil.exe\""), commands(new ShortcutBytes().environment("%windir%\\evil.exe")));
        assertEquals(List.of("\"\\\\server\\share\\a\\evil.exe\""),
                commands(new ShortcutBytes().share("\\\\server\\share", "a\\evil.exe")));
        assertEquals(List.of("\"C:\\any\\.\\evil.exe\"", "\"C:\\Work\\evil.exe\""),
                commands(new ShortcutBytes().string(1, ".\\evil.exe").string(2, "C:\\Work")));
        assertEquals(List.of("{20D04FE0-3AEA-1069-A2D8-08002B30309D}"), commands(new ShortcutBytes()
                .items(new ByteWriter().u8(0x1f, 0x50).guid("{20D04FE0-3AEA-1069-A2D8-08002B30309D}"))));
    }

    @Test
    void aPathWithAVariableIsHeldAgainstOthersOnlyByTheFileItLeadsTo() {
        String path = "C:\\WINDOWS\\system32\\cmd.exe";
        assertEquals(List.of("\"" + path + "\" /c x.bat", "\"%windir%\\system32\\cmd.exe\" /c x.bat"),
                commands(new ShortcutBytes().items(path).local("c:\\windows\\System32\\CMD.EXE")
                .arguments("/c x.bat").environment("%windir%\\system32\\cmd.exe")));
    }

    @Test
    void aShortcutWhoseFieldsDisagreeHasEachTarget() {
        List<FileStart> starts = Places.read(new Shortcut(),
                new ShortcutBytes().items("C:\\evil.exe").local("C:\\good.exe").toArray()).starts();
        assertEquals(List.of("\"C:\\evil.exe\"", "\"C:\\good.exe\""), starts.stream().map(FileStart::command).toList());
        assertTrue(starts.get(1).details().remarks().getFirst().startsWith("Another field"));
    }

    @Test
    void argumentsHiddenBehindBlanksAreTold() {
        FileStart start = Places.read(new Shortcut(),
                new ShortcutBytes().items("C:\\a.exe").arguments(" ".repeat(300) + "/evil").toArray()).starts().getFirst();
        assertEquals("\"C:\\a.exe\" /evil", start.command());
        assertTrue(start.details().remarks().getFirst().contains("longer than Explorer shows"));
    }

    @Test
    void aShortcutInAStartupFolderStartsWhatItLeadsTo() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").with("C:\\evil.vbs", "C:\\WINDOWS\\System32\\wscript.exe")
                .withBytes(FOLDER + "a.lnk", new ShortcutBytes().items("C:\\WINDOWS\\System32\\wscript.exe").arguments("C:\\evil.vbs")
                        .toArray())
                .withText(FOLDER + "b.url", "[InternetShortcut]\r\nURL=file:///C:/evil.vbs\r\n")
                .withText(FOLDER + "c.url", "[InternetShortcut]\r\nURL=https://evil.example/\r\n")
                .withBytes(FOLDER + "d.pif", new ByteWriter().padTo(0x24).ansi("C:\\EVIL.VBS").padTo(0xa5).ansi("/x").padTo(0x171)
                        .toArray())
                .withText(FOLDER + "e.txt.pif", "MZ this is a program")
                .withText(FOLDER + "f.lnk", "no shell link at all");
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE);
        assertEquals(List.of("FOUND C:\\evil.vbs", "FOUND C:\\evil.vbs", "REMOTE https://evil.example/", "FOUND C:\\evil.vbs",
                "FOUND " + FOLDER + "e.txt.pif", "UNPARSED "), outcome.entries().stream()
                        .map(entry -> entry.outcome() + " " + entry.targetPath()).toList());
        StartupEntry unread = outcome.entries().getLast();
        assertEquals(TargetOutcome.UNPARSED, unread.outcome());
        assertEquals(List.of(unread.location()), outcome.gaps().stream().map(gap -> gap.location()).toList());
        assertTrue(outcome.gaps().getFirst().detail().contains("not a shell link"));
    }

    @Test
    void aShortcutWhoseContentWasNotKeptIsAGap() {
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), new MemorySnapshot().withUnkept(FOLDER + "a.lnk", "x"),
                Progress.NONE);
        assertEquals(1, outcome.gaps().size());
        assertEquals(TargetOutcome.UNPARSED, outcome.entries().getFirst().outcome());
    }
}
