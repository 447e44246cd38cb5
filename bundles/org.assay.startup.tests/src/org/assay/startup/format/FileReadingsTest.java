package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.windows.WindowsContextTest;

/** Every reader of files answers whatever bytes it is given, and what it answers is bounded. */
class FileReadingsTest {

    /** A reader and a file that it understands. */
    record Case(String name, FileReading reading, byte[] sample) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("shortcut by items", Shortcut::read, new ShortcutBytes().items("C:\\Program Files\\A long name\\evil.exe")
                    .arguments("/x").environment("%windir%\\evil.exe").toArray()),
            new Case("shortcut by volume", Shortcut::read, new ShortcutBytes().local("C:\\evil.exe").string(2, "C:\\").toArray()),
            new Case("shortcut by share", Shortcut::read, new ShortcutBytes().share("\\\\server\\share", "a\\evil.exe").toArray()),
            new Case("internet shortcut", InternetShortcut::read, "[InternetShortcut]\r\nURL=http://evil/\r\n".getBytes()),
            new Case("pif", PifFile::read, new ByteWriter().padTo(0x24).ansi("C:\\EVIL.COM").padTo(0x171).toArray()),
            new Case("task", TaskFile::read, TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>").getBytes()),
            new Case("task in UTF-16", TaskFile::read, ("\ufeff" + TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>"))
                    .getBytes(StandardCharsets.UTF_16LE)),
            new Case("job", TaskFile::read, TaskFileTest.job("C:\\evil.exe", "/x", 0)),
            new Case("task actions", TaskActions::read, WindowsContextTest.actions("C:\\evil.exe", "/x")),
            new Case("WMI repository", WmiRepository::read, WmiRepositoryTest.repository()),
            new Case("batch", BatchFile::read, "@echo off\r\nif exist x call evil.exe | more\r\n".getBytes()));

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<Map<Integer, Byte>> changes() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 4095), Arbitraries.bytes()).ofMaxSize(8).map(LinkedHashMap::new);
    }

    @Property(tries = 2000)
    void anyBytesAreAnswered(@ForAll("cases") Case each, @ForAll byte[] content) {
        check(each.reading().read(content), content);
    }

    @Property(tries = 4000)
    void anyDamageToARealFileIsAnswered(@ForAll("cases") Case each, @ForAll("changes") Map<Integer, Byte> changes) {
        byte[] content = each.sample().clone();
        changes.forEach((at, value) -> content[at % content.length] = value);
        check(each.reading().read(content), content);
    }

    @Property(tries = 1)
    void aFileThatEndsAnywhereIsAnswered() {
        for (Case each : CASES) {
            assertFalse(each.reading().read(each.sample()).starts().isEmpty(), each.name());
            for (int length = 0; length < each.sample().length; length++) {
                byte[] content = Arrays.copyOf(each.sample(), length);
                check(each.reading().read(content), content);
            }
        }
    }

    private static void check(FileStarts starts, byte[] content) {
        assertTrue(starts.starts().size() <= Limits.MAX_COMMAND_COUNT + 1);
        long told = starts.starts().stream().mapToLong(start -> start.command().length() + start.label().length()
                + start.details().remarks().stream().mapToInt(String::length).sum()).sum();
        assertTrue(told <= 1000L * 1000 + 200L * content.length, "characters told: " + told);
        assertTrue(starts.starts().stream().allMatch(start -> start.command().length() <= Limits.MAX_TEXT_LENGTH));
    }
}
