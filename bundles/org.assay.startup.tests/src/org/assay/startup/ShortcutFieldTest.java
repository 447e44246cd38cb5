package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.format.ByteWriter;
import org.assay.startup.format.ShortcutBytes;
import org.junit.jupiter.api.Test;

/** Shortcuts as they were seen in the field, each with who reported it. The source stands above each test. */
class ShortcutFieldTest {

    private static final String STARTUP = "C:\\Users\\ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\";
    private static final String CMD = "C:\\Windows\\System32\\cmd.exe";
    private static final String COMPUTER = "{20D04FE0-3AEA-1069-A2D8-08002B30309D}";
    private static final String USER_FILES = "{59031A47-3F72-44A7-89C5-5595FE6B30EE}";
    private static final String DESKTOP = "{B4BFCC3A-DB2C-424C-B029-7FE99A87C641}";

    private static MemorySnapshot windows() {
        return new MemorySnapshot().withFolder("C:\\Windows").with(CMD, "C:\\Evil\\hidden.bat");
    }

    private static List<StartupEntry> entries(MemorySnapshot snapshot) {
        return StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries();
    }

    private static List<String> targets(MemorySnapshot snapshot, ShortcutBytes link) {
        return entries(snapshot.withBytes(STARTUP + "a.lnk", link.toArray())).stream().map(entry -> entry.outcome() + " "
                + entry.targetPath()).toList();
    }

    private static ByteWriter root(String id) {
        return new ByteWriter().u8(0x1f, 0x50).guid(id);
    }

    // EricZimmerman/Lnk issue 22; Matmaus/LnkParse3 pull request 39; VirusTotal/yara-x issue 379
    @Test
    void windowsReads260UnitsOfANameWhateverItsLengthSays() {
        String name = "Blah" + "\0".repeat(256);
        String arguments = "/c C:\\Evil\\hidden.bat";
        ShortcutBytes link = new ShortcutBytes().items(CMD)
                .longString(0, 261 + arguments.length(), name + (char) arguments.length() + arguments).arguments("file.pdf");
        List<StartupEntry> entries = entries(windows().withBytes(STARTUP + "a.lnk", link.toArray()));
        assertEquals(List.of("C:\\Evil\\hidden.bat", CMD), entries.stream().map(StartupEntry::targetPath).toList());
        assertEquals("\"" + CMD + "\" " + arguments, entries.getFirst().command());
        assertTrue(entries.get(1).details().remarks().getFirst().contains("longer than Windows reads"));
    }

    // Matmaus/LnkParse3 pull request 39: a length of 0xffff before a working folder of 260 units
    @Test
    void aLengthBeyondTheFileHidesNothing() {
        ShortcutBytes link = new ShortcutBytes().items(CMD).longString(2, 0xffff, "x".repeat(260)).arguments("/c C:\\Evil\\hidden.bat");
        StartupScan.Outcome outcome = StartupScan.run(Catalogue.standard(), windows().withBytes(STARTUP + "a.lnk", link.toArray()),
                Progress.NONE);
        assertEquals("C:\\Evil\\hidden.bat", outcome.entries().getFirst().targetPath());
        assertEquals(List.of(), outcome.gaps());
    }

    // EricZimmerman/Lnk issue 22: of the arguments Windows reads all
    @Test
    void argumentsAreReadWhole() {
        ShortcutBytes link = new ShortcutBytes().items(CMD).arguments("/c " + " ".repeat(300) + "C:\\Evil\\hidden.bat");
        assertEquals(List.of("FOUND C:\\Evil\\hidden.bat"), targets(windows(), link));
    }

    // Matmaus/LnkParse3, its samples; libyal/libfwsi, "Delegate folder shell item"
    @Test
    void aListThatBeginsAtTheUsersFilesLeadsIntoHisProfile() {
        ByteWriter inner = ShortcutBytes.named("AppData", true);
        int length = inner.size() + 2;
        ByteWriter delegate = new ByteWriter().u8(0x74, 0).u16(length + 2).ansi("CFSF").u16(length).bytes(inner.toArray()).u16(0)
                .guid("{5E591A74-DF96-48D3-8D67-1733BCEE28BA}").guid("{DFFACDC5-679F-4156-8947-C5C76BC0B67F}");
        assertEquals(List.of("FOUND C:\\Users\\ann\\AppData\\evil\\uf.exe"), targets(windows()
                .with("C:\\Users\\ann\\AppData\\evil\\uf.exe", "C:\\Users\\bob\\AppData\\evil\\uf.exe"), new ShortcutBytes().items(List.of(
                        root(USER_FILES), delegate, ShortcutBytes.named("evil", true), ShortcutBytes.named("uf.exe", false)))));
    }

    // Matmaus/LnkParse3, samples decoding_error, decoding_error3 and sample17
    @Test
    void aVolumeThatIsAKnownFolderLeadsThere() {
        ByteWriter known = new ByteWriter().u8(0x2e, 0x80).guid(DESKTOP);
        assertEquals(List.of("FOUND C:\\Users\\ann\\Desktop\\kf.exe"), targets(windows().with("C:\\Users\\ann\\Desktop\\kf.exe"),
                new ShortcutBytes().items(List.of(root(COMPUTER), known, ShortcutBytes.named("kf.exe", false)))));
    }

    // libyal/libfwsi, "Users property view": a known folder by the id behind its signature
    @Test
    void aViewOfAKnownFolderLeadsThere() {
        ByteWriter view = new ByteWriter().u8(0, 0).u16(0x1a).u32(0x23febbeeL).u16(0).u16(0x10).guid(DESKTOP);
        assertEquals(List.of("FOUND C:\\Users\\ann\\Desktop\\kf.exe"), targets(windows().with("C:\\Users\\ann\\Desktop\\kf.exe"),
                new ShortcutBytes().items(List.of(view, ShortcutBytes.named("kf.exe", false)))));
    }

    // [MS-SHLLINK] 2.5.7, 2.5.9 and 2.5.11: blocks that name the target once more
    @Test
    void theFolderOfABlockIsATargetToo() {
        ByteWriter list = new ByteWriter();
        ByteWriter known = new ByteWriter().u32(0x1c).u32(0xa000000bL).guid(DESKTOP).u32(root(COMPUTER).size() + 2).bytes(list.toArray());
        assertEquals(List.of("MISSING kf.exe", "FOUND C:\\Users\\ann\\Desktop\\kf.exe"), targets(windows()
                .with("C:\\Users\\ann\\Desktop\\kf.exe"), new ShortcutBytes().items(List.of(root(COMPUTER),
                        ShortcutBytes.named("kf.exe", false))).block(known.toArray())));
    }

    // Matmaus/LnkParse3, its samples
    @Test
    void aRelativeNameIsLookedForInTheFolderThatTheShortcutNames() {
        assertEquals(List.of("FOUND C:\\Evil\\hidden.bat"), targets(windows(), new ShortcutBytes().items(CMD).string(2, "C:\\Evil")
                .arguments("/c hidden.bat")));
        assertEquals(List.of("FOUND C:\\Users\\ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\rel.exe"),
                targets(windows().with(STARTUP.replace("Startup\\", "rel.exe")), new ShortcutBytes().string(1, "..\\rel.exe")));
    }

    @Test
    void textThatIsNotUnicodeIsReadInTheImagesCodePage() {
        byte[] link = new ShortcutBytes().local("C:\\\u00cf\\x.exe").toArray();
        MemorySnapshot snapshot = windows().with("C:\\\u041f\\x.exe").withBytes(STARTUP + "a.lnk", link);
        assertEquals("MISSING", entries(snapshot).getFirst().outcome().name());
        StartupEntry known = entries(snapshot.value("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage", "ACP", "1251")).getFirst();
        assertEquals("C:\\\u041f\\x.exe", known.targetPath());
    }
}
