package org.assay.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.change.Decision;
import org.assay.model.snapshot.Glob;
import org.assay.model.text.Space;
import org.assay.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoOutbreakTest {

    @TempDir
    private Path folder;

    @Test
    void layingItTwiceGivesTheSameBytesAndTimes() throws IOException {
        DemoOutbreak.write(folder.resolve("one"));
        DemoOutbreak.write(folder.resolve("two"));
        assertEquals(listing(folder.resolve("one")), listing(folder.resolve("two")));
    }

    @Test
    void laysBothMachinesAndTheirExports() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder.resolve("new/demo"));
        try (Stream<Path> laid = Files.list(folder.resolve("new/demo"))) {
            assertEquals(Set.of("gold", "gold-hklm.reg", "gold-hkcu.reg", "infected", "infected-hklm.reg", "infected-hkcu.reg"),
                    laid.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals(folder.resolve("new/demo/gold"), demo.gold().tree());
        assertEquals(List.of(folder.resolve("new/demo/infected-hklm.reg"), folder.resolve("new/demo/infected-hkcu.reg")),
                demo.infected().exports());
        assertEquals(89, files(demo.gold().tree()).size());
    }

    @Test
    void saysWhatChangedBetweenTheTrees() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        Golden.check(DemoOutbreakTest.class, "gold-files.txt", listing(demo.gold().tree()));
        Golden.check(DemoOutbreakTest.class, "infected-files.txt", difference(lines(listing(demo.gold().tree())),
                lines(listing(demo.infected().tree()))));
    }

    @Test
    void exportsTheMachineAsWindows98Does() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        String gold = text(demo.gold().exports().get(0), StandardCharsets.US_ASCII);
        Golden.check(DemoOutbreakTest.class, "gold-hklm.txt", gold);
        Golden.check(DemoOutbreakTest.class, "infected-hklm.txt",
                difference(values(gold), values(text(demo.infected().exports().get(0), StandardCharsets.US_ASCII))));
    }

    @Test
    void exportsTheUserAsWindows2000Does() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        byte[] bytes = Files.readAllBytes(demo.gold().exports().get(1));
        assertArrayEquals(new byte[] { (byte) 0xff, (byte) 0xfe, 'W', 0 }, Arrays.copyOf(bytes, 4));
        String gold = text(demo.gold().exports().get(1), StandardCharsets.UTF_16);
        Golden.check(DemoOutbreakTest.class, "gold-hkcu.txt", gold);
        Golden.check(DemoOutbreakTest.class, "infected-hkcu.txt",
                difference(values(gold), values(text(demo.infected().exports().get(1), StandardCharsets.UTF_16))));
    }

    @Test
    void theWormsAreHarmlessTexts() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        Path windows = demo.infected().tree().resolve("WINDOWS");
        byte[] letter = Files.readAllBytes(windows.resolve("SYSTEM/LOVE-LETTER-FOR-YOU.TXT.vbs"));
        assertEquals(10_324, letter.length);
        assertTrue(new String(letter, StandardCharsets.US_ASCII).lines().allMatch(line -> line.startsWith("'")));
        assertArrayEquals(letter, Files.readAllBytes(windows.resolve("Win32DLL.vbs")));
        assertTrue(Files.readString(windows.resolve("SYSTEM/FILES32.VXD")).startsWith("MZ\r\nAssay demo: a harmless stand-in"));
    }

    @Test
    void everyFileIsShortAsciiText() throws IOException {
        DemoOutbreak.write(folder);
        for (Path file : files(folder)) {
            byte[] content = Files.readAllBytes(file);
            assertTrue(content.length <= 10_324, file.toString());
            if (!file.toString().endsWith("hkcu.reg")) {
                assertTrue(new String(content, StandardCharsets.US_ASCII).chars().allMatch(next -> next == '\r' || next == '\n'
                        || next >= ' ' && next < 0x7f), file.toString());
            }
        }
    }

    @Test
    void refusesAFolderThatHoldsAnything() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        AssayException thrown = assertThrows(AssayException.class, () -> DemoOutbreak.write(folder));
        assertEquals(ErrorCode.OUTPUT, thrown.code());
        assertTrue(thrown.getMessage().contains(folder.toString()), thrown.getMessage());
        assertEquals(List.of(mine), files(folder));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertEquals(ErrorCode.OUTPUT, assertThrows(AssayException.class, () -> DemoOutbreak.write(file)).code());
        assertEquals(ErrorCode.OUTPUT, assertThrows(AssayException.class, () -> DemoOutbreak.write(file.resolve("below"))).code());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void everyChangeHasATagAndEveryTagAChange() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        for (String tree : List.of("C:", "")) {
            Set<DemoTag> used = new HashSet<>();
            for (Location change : changes(demo, tree)) {
                assertFalse(matching(demo, change).isEmpty(), change.text());
                used.addAll(matching(demo, change));
            }
            assertEquals(Set.copyOf(demo.tags()), used);
        }
    }

    @Test
    void theLastTagThatMatchesIsTheDecision() throws IOException {
        DemoOutbreak demo = DemoOutbreak.write(folder);
        Map<Decision, List<String>> decided = new TreeMap<>();
        changes(demo, "C:").forEach(change -> decided.computeIfAbsent(matching(demo, change).getLast().decision(),
                _ -> new ArrayList<>()).add(change.text()));
        Golden.check(DemoOutbreakTest.class, "decisions.txt", decided.entrySet().stream()
                .map(entry -> entry.getKey() + "\n    " + String.join("\n    ", entry.getValue()) + "\n").collect(Collectors.joining()));
    }

    private static List<DemoTag> matching(DemoOutbreak demo, Location change) {
        return demo.tags().stream().filter(tag -> new Glob(tag.glob()).matches(change)).toList();
    }

    /** The locations of files, directories and values that differ; of the letter that moved, where it is now. */
    private static List<Location> changes(DemoOutbreak demo, String tree) throws IOException {
        Set<Location> changes = new TreeSet<>(Location.ORDER);
        Map<String, String> gold = byPath(listing(demo.gold().tree()));
        Map<String, String> infected = byPath(listing(demo.infected().tree()));
        differing(gold, infected).stream().filter(path -> !path.equals("My Documents/letter to the bank.doc"))
                .forEach(path -> changes.add(Location.file(tree, path.split("/"))));
        for (int at = 0; at < 2; at++) {
            Charset charset = at == 0 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16;
            differing(byPath(String.join("", values(text(demo.gold().exports().get(at), charset)))),
                    byPath(String.join("", values(text(demo.infected().exports().get(at), charset)))))
                    .forEach(path -> changes.add(value(path)));
        }
        return List.copyOf(changes);
    }

    private static Location value(String path) {
        return new Location(Space.VALUE, List.of(path.replace("HKEY_LOCAL_MACHINE", "HKLM").replace("HKEY_CURRENT_USER", "HKCU")
                .split("\\\\", -1)));
    }

    private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(after.get(path))));
        return paths;
    }

    /** Lines of a path, a tab and everything else. */
    private static Map<String, String> byPath(String listing) {
        Map<String, String> rest = new HashMap<>();
        listing.lines().map(line -> line.split("\t", 2)).forEach(parts -> rest.put(parts[0], parts[1]));
        return rest;
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line + "\n").toList();
    }

    private static String difference(List<String> before, List<String> after) {
        return Stream.concat(before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
                after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line)).collect(Collectors.joining());
    }

    /** One line for each value of an export: key, name, a tab, data. */
    private static List<String> values(String export) {
        List<String> values = new ArrayList<>();
        String key = "";
        for (String line : export.lines().skip(2).toList()) {
            if (line.startsWith("[")) {
                key = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty()) {
                String[] parts = line.replaceFirst("^@=", "\"\"=").split("\"=", 2);
                values.add(key + "\\" + parts[0].substring(1) + "\t" + parts[1] + "\n");
            }
        }
        return values;
    }

    /** The text of an export, in which every line must end as DOS lines do. */
    private static String text(Path export, Charset charset) throws IOException {
        String text = new String(Files.readAllBytes(export), charset);
        String joined = text.replace("\r\n", "");
        assertFalse(joined.contains("\r") || joined.contains("\n"));
        return text.replace("\r\n", "\n");
    }

    private static List<Path> files(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** One line for each file and directory below {@code top}: path, a tab, modified time, size and content's hash of a file. */
    private static String listing(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            List<String> lines = new ArrayList<>();
            for (Path path : all.filter(path -> !path.equals(top)).sorted().toList()) {
                String relative = top.relativize(path).toString().replace('\\', '/');
                byte[] content = Files.isDirectory(path) ? new byte[0] : Files.readAllBytes(path);
                lines.add(relative + "\t" + Files.getLastModifiedTime(path) + (Files.isDirectory(path) ? " directory\n"
                        : " %d %08x\n".formatted(content.length, Arrays.hashCode(content))));
            }
            return String.join("", lines);
        }
    }
}
