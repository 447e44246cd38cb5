package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Programs;
import org.assay.registry.Recording;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.query.RegQueryReader;
import org.assay.registry.wine.WineFileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What regedit of Wine makes of the writer's files and of odd ones, compared with what is read. It never says that something failed, so
 * only what it exports afterwards counts.
 */
class RegWineTest {

    @TempDir
    private static Path folder;

    private final List<String> root = List.of("HKEY_CURRENT_USER", "Software", UUID.randomUUID().toString());

    @BeforeAll
    static void startWine() {
        assumeTrue(Programs.isThere("wine") && Programs.isThere("wineserver"), "Wine is not on the search path");
        run("wineboot", "-i");
        run("wineserver", "-p60");
    }

    @AfterAll
    static void stopWine() throws IOException {
        if (Programs.isThere("wineserver")) {
            run("wineserver", "-k");
            run("wineserver", "-w");
        }
        deleteLinks(folder.resolve("prefix/dosdevices"));
    }

    /** Takes the links to the machine's own disks away, so that nothing can follow them when the folder is deleted. */
    private static void deleteLinks(Path links) throws IOException {
        if (Files.isDirectory(links)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(links)) {
                for (Path link : found) {
                    Files.delete(link);
                }
            }
        }
    }

    @Test
    void exportsTheVeryBytesThatWereImported() throws IOException {
        Path file = write(this::sortedTree);
        run("wine", "regedit", "/S", file.toString());
        Path export = export();
        byte[] imported = Files.readAllBytes(file);
        byte[] exported = Files.readAllBytes(export);
        assertArrayEquals(imported, Arrays.copyOf(exported, imported.length));
        assertEquals("\r\n", Utf16.decode(exported, imported.length, exported.length - imported.length), "Wine ends with an empty line");
    }

    @Test
    void doesWhatTheDeletionsSay() {
        run("wine", "regedit", "/S", write(writer -> {
            writer.value(number(below("keep"), "a"));
            writer.value(number(below("keep"), "b"));
            writer.value(number(below("keep"), ""));
            writer.value(number(below("gone"), "c"));
            writer.value(number(below("gone", "deeper"), "d"));
        }).toString());
        run("wine", "regedit", "/S", write(writer -> {
            writer.comment("remove");
            writer.deleteKey(below("gone"));
            writer.deleteKey(below("never there"));
            writer.deleteValue(below("keep"), "a");
            writer.deleteValue(below("keep"), "");
            writer.deleteValue(below("keep"), "never there");
            writer.key(below("new", "e]m\"pty;"));
        }).toString());
        Recording recording = read(export());
        assertEquals(List.of(root, below("keep"), below("new"), below("new", "e]m\"pty;")),
                recording.keys().stream().map(RegistryKey::path).toList());
        assertEquals(number(below("keep"), "b"), recording.value());
    }

    @Test
    void noCommentCreatesAnything() {
        run("wine", "regedit", "/S", write(writer -> {
            writer.key(root);
            writer.comment("x\r\n[" + String.join("\\", below("evil")) + "]\r\n\"evil\"=\"1\"");
            writer.comment("y\n\"evil\"=dword:1\r\"evil\"=dword:1\u2028\"evil\"=dword:1\u0085\"evil\"=dword:1");
            writer.value(number(root, "good"));
        }).toString());
        assertEquals(List.of(new RegistryKey(root, Optional.empty(), Optional.empty(), Optional.empty(), Set.of()), number(root, "good")),
                read(export()).found);
    }

    @Test
    void everyStringComesBackAsItsBytes() {
        List<RegistryValue> values = new ArrayList<>();
        for (String text : List.of("", "plain", "tab\tstop", "\u0001\u001f", "C:\\\"x\"\\", "gpj.\u202eexe",
                "\u540d\ud83d\udc1b", "%PATH% & | <>^")) {
            values.add(new RegistryValue(root, "v" + values.size(), RegistryType.SZ, Utf16.encode(text + "\0")));
        }
        run("wine", "regedit", "/S", write(writer -> values.forEach(writer::value)).toString());
        assertEquals(values, read(export()).values());
    }

    @Test
    void everyNameThatIsNotRefusedComesBack() {
        Random random = new Random(9);
        List<RegistryValue> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> key = below("k%02d".formatted(i) + hostile(random).replace("\\", ""));
            values.add(number(key, "v" + hostile(random)));
        }
        run("wine", "regedit", "/S", write(writer -> values.forEach(writer::value)).toString());
        assertEquals(values, read(export()).values());
    }

    @Test
    void anImportOfTheOldFormatGivesTheSameData() {
        List<RegistryValue> values = List.of(new RegistryValue(root, "b", RegistryType.BINARY, new byte[] {0, -1, 0}),
                new RegistryValue(root, "e", RegistryType.EXPAND_SZ, Utf16.encode("%A%\\x\0")),
                new RegistryValue(root, "m", RegistryType.MULTI_SZ, Utf16.encode("one\0two\0\0")), number(root, "n"),
                new RegistryValue(root, "s", RegistryType.SZ, Utf16.encode("a \"b\" \\ c\0")),
                new RegistryValue(root, "t", RegistryType.SZ, Utf16.encode("line\r\nbreak\0")),
                new RegistryValue(root, "u", 0xffff_0012, new byte[] {1, 0}));
        run("wine", "regedit", "/S", write(RegFormat.REGEDIT4, writer -> values.forEach(writer::value)).toString());
        Recording read = new Recording();
        new RegFileReader().read("export", RegistryFiles.source(export()), read);
        assertEquals(values, read.values());
        assertEquals(List.of(), read.lost());
    }

    /** What Wine prints is in the code page of its console, so the data is ASCII; the names are compared in its own file. */
    @Test
    void theFilesOfWineAndWhatItPrintsHoldTheSame() throws IOException {
        List<RegistryValue> values = List.of(new RegistryValue(below("[a] \u00e9"), "", RegistryType.SZ, Utf16.encode("x\t1\0")),
                new RegistryValue(below("[a] \u00e9"), "b", RegistryType.BINARY, new byte[] {0, -1}),
                new RegistryValue(below("[a] \u00e9"), "e", RegistryType.EXPAND_SZ, Utf16.encode("%A%\u0001a\0")),
                new RegistryValue(below("[a] \u00e9"), "m", RegistryType.MULTI_SZ, Utf16.encode("one\0two\0\0")),
                number(below("[a] \u00e9"), "n \\ \""), new RegistryValue(below("[a] \u00e9"), "u\u540d", 0xffff_0012, new byte[] {1}));
        run("wine", "regedit", "/S", write(writer -> values.forEach(writer::value)).toString());
        Recording printed = new Recording();
        run("wine", "reg", "query", String.join("\\", root), "/s");
        new RegQueryReader().read("log", RegistryFiles.source(folder.resolve("log")), printed);
        assertEquals(values.subList(0, 5).stream().map(RegistryValue::data).map(Arrays::toString).toList(),
                printed.values().stream().map(RegistryValue::data).map(Arrays::toString).toList(), printed.messages());
        run("wineserver", "-k");
        run("wineserver", "-w");
        Recording kept = new Recording();
        new WineFileReader().read("user.reg", RegistryFiles.source(folder.resolve("prefix/user.reg")), kept);
        assertEquals(values.stream().map(RegWineTest::withoutRoot).toList(), kept.values().stream()
                .filter(value -> value.key().contains(root.getLast())).map(RegWineTest::withoutRoot).toList());
        assertEquals(List.of(), kept.problems);
        run("wineserver", "-p60");
    }

    /**
     * Lines on which programs differ, as regedit takes them. Left out are those at which Wine 8 fails ({@code \0}, a blank within
     * {@code hex( 2)}), those where its numbers are those of C ({@code 0x1}, {@code +1}, {@code 001}), and what it exports otherwise than
     * it is stored. Values below a key line that is none are left out too: Wine gives them to the key before, the reader to none.
     */
    @Test
    void unusualLinesAreReadAsTheyAreImported() throws IOException {
        String lines = """
                "a" = "x" \s
                  "b"\t=\t"x" ; c
                "c"="x"#
                "d"="a"b"
                "e"="\\n\\r\\q\\\\\\"; "
                "f"=dword: 1
                "g"=dword:0x1
                "h"=dword:000000001
                "i"=dword:1 2
                "j"=hex:1,2,a
                "k"=hex:01, 02
                "l"=hex:01 02
                "m"=hex:01,02,
                "n"=hex:1ff
                "o"=hex:01,,02
                "p"=hex:,
                "q"=hex:01,; c
                "r"=hex(02):41,00,00,00
                "s"=hex(B):01
                "t"=hex(ffffffff):01
                "u"=hex(100000000):01
                "v"=hex:01,\\ ; c

                ; c
                \t02
                "w"=hex:01\\
                  02
                "x"=hex:01,
                  02
                "y"=hex:\\
                  01
                "z"=hex:01,\\ x
                  02
                "aa"=hex:01,\\
                #
                  02
                "ab"x="y"
                "ac"=-x
                "ad"=x
                @ = "default"
                "@"="at"
                "ae"=hex:01,02,\\
                "af"="after"
                "ag"=dword:80000000
                "ah"=hex:01 ,02

                  [KEY\\k1 ] ; c
                "v"="1"
                [KEY\\k2] x ] y
                [ KEY\\k3]
                [KEY\\k4
                [KEY\\[k5]]
                [KEY\\k6]
                [-KEY\\k6]
                "v"="1"
                """;
        String text = ("Windows Registry Editor Version 5.00\n[KEY]\n" + lines).replace("KEY", String.join("\\", root))
                .replace("\n", "\r\n");
        Path file = Files.write(folder.resolve(UUID.randomUUID() + ".reg"), Utf16.encode("\ufeff" + text));
        run("wine", "regedit", "/S", file.toString());
        Recording read = new Recording();
        new RegFileReader().read("file", RegistryFiles.source(file), read);
        Recording imported = new Recording();
        new RegFileReader().read("export", RegistryFiles.source(export()), imported);
        List<String> onlyRead = new ArrayList<>(shown(read));
        onlyRead.removeAll(shown(imported));
        assertEquals(List.of(), onlyRead, "is not imported");
        List<String> onlyImported = new ArrayList<>(shown(imported));
        onlyImported.removeAll(shown(read));
        assertEquals(List.of(), onlyImported, "is not read");
        assertEquals(23, read.lost().size(), read.messages());
    }

    /** Keys and values, sorted, without the key that is deleted again. */
    private static List<String> shown(Recording read) {
        return read.found.stream().map(found -> switch (found) {
            case RegistryKey key -> String.join("\\", key.path());
            case RegistryValue value -> String.join("\\", value.key()) + " " + value.name() + " " + value.type() + " "
                    + Arrays.toString(value.data());
            default -> "";
        }).filter(line -> !line.isEmpty() && !line.endsWith("k6")).sorted().toList();
    }

    private static String withoutRoot(RegistryValue value) {
        List<String> key = value.key();
        return new RegistryValue(key.subList(key.indexOf("Software"), key.size()), value.name(), value.type(), value.data())
                + Arrays.toString(value.data());
    }

    private static String hostile(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            name.append("aA ]][[\";;=,@-#\\%'&|<>^!\t\u0001\u007f\u0085\u2028\u202e\ufeff\u540d\ud800\udc00\u00ff"
                    .charAt(random.nextInt(35)));
        }
        return name.toString();
    }

    private void sortedTree(RegFileWriter writer) {
        Random random = new Random(3);
        writer.key(root);
        for (int i = 0; i < 120; i++) {
            byte[] data = new byte[i];
            random.nextBytes(data);
            writer.value(new RegistryValue(root, "b%03d".formatted(i), RegistryType.BINARY, data));
        }
        writer.value(new RegistryValue(root, "c", RegistryType.QWORD, new byte[8]));
        writer.value(new RegistryValue(root, "d", RegistryType.EXPAND_SZ, Utf16.encode("%SystemRoot%\\x.exe \"%1\"\0")));
        writer.value(new RegistryValue(root, "e", RegistryType.MULTI_SZ, Utf16.encode("one\0two\0\0")));
        writer.value(new RegistryValue(root, "f", 0xffff_0012, new byte[] {1, 2, 3}));
        writer.value(new RegistryValue(root, "g", RegistryType.NONE, new byte[0]));
        writer.value(number(root, "h"));
        writer.value(new RegistryValue(root, "i \\ \" ] [ ; = \u00e4\u540d " + "x".repeat(90), RegistryType.SZ,
                Utf16.encode("C:\\a \"b\" \u00e4\0")));
        writer.value(new RegistryValue(below("A] [b;c"), "", RegistryType.SZ, Utf16.encode("default\0")));
        writer.key(below("B"));
        writer.value(new RegistryValue(below("B", "\u00c4\u540d"), "big", RegistryType.BINARY, new byte[5000]));
    }

    private List<String> below(String... names) {
        List<String> path = new ArrayList<>(root);
        path.addAll(List.of(names));
        return List.copyOf(path);
    }

    private static RegistryValue number(List<String> key, String name) {
        return new RegistryValue(key, name, RegistryType.DWORD, new byte[] {1, 0, 0, 0});
    }

    private static Path write(Consumer<RegFileWriter> calls) {
        return write(RegFormat.VERSION_5, calls);
    }

    private static Path write(RegFormat format, Consumer<RegFileWriter> calls) {
        Path file = folder.resolve(UUID.randomUUID() + ".reg");
        try (OutputStream out = Files.newOutputStream(file); RegFileWriter writer = new RegFileWriter(out, format)) {
            calls.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path export() {
        Path file = folder.resolve(UUID.randomUUID() + ".reg");
        run("wine", "regedit", "/E", file.toString(), String.join("\\", root));
        assertTrue(Files.exists(file), "nothing was exported");
        return file;
    }

    private static Recording read(Path file) {
        Recording recording = new Recording();
        new RegFileReader().read("file", RegistryFiles.source(file), recording);
        assertEquals(List.of(), recording.problems);
        return recording;
    }

    /** Runs a program of Wine without pipes, which Wine's services would keep open. */
    private static void run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).directory(folder.toFile());
        builder.environment().putAll(Map.of("WINEPREFIX", folder.resolve("prefix").toString(), "WINEARCH", "win64", "WINEDEBUG", "-all",
                "WINEDLLOVERRIDES", "mscoree=d;mshtml=d", "HOME", folder.toString()));
        builder.environment().remove("DISPLAY");
        try {
            Process process = builder.start();
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> String.join(" ", command) + " does not end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
