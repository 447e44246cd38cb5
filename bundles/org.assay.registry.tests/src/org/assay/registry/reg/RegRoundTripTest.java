package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.hive.HiveReader;
import org.assay.registry.text.RootKeys;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer writes, the reader reads back as the same records; and no text makes the reader fail. */
class RegRoundTripTest {

    private static final int[] TYPES = {0, 1, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 0x1f4, 0xffff_0012, -1};
    private static final String ALPHABET = "aA ]]][[\";;=,@-#\\\"\\%'&|<>^!\t\u0001"
            + "\u007f\u0085\u2028\u202e\ufeff\ufffe\u540d\ud800\udc00\u00ff";
    private static final List<String> HOSTILE_NAMES = List.of(
            "new\nline", "carriage\rreturn", "nul\0l", "a]\r\n[-HKEY_LOCAL_MACHINE\\SOFTWARE", "tab\tstop",
            "clear\u001b[2J", "%PATH%", "%s%n", "'", "\"", "\\\"", "`", "$(touch x)", "=cmd|' /C calc'!A0", "@SUM(1)",
            "@", "-", "..", "..\\..\\win.ini", "back\\slash\\", "*", "[a]", "]", "[", "a;b", ";", "#", "=",
            "\"=dword:1", "photo\u202egpj.exe", "zero\u200bwidth", " ", " blank ", "trailing dot.", "CON", "<script>",
            "e\u0301", "\ud83d\udc1b", "\ud83d", "\ufeff", "\ufffe", "a".repeat(255));

    @TempDir
    private Path folder;

    @Test
    void randomRecordsComeBackAsTheyWere() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<Object> written = new ArrayList<>();
            byte[] file = write(random, written);
            Recording recording = RegSource.read(folder, file);
            assertEquals(written, recording.found);
            assertEquals(List.of(), recording.problems);
        }
    }

    @Test
    void hostileNamesComeBackOrAreRefused() {
        List<Object> written = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegFileWriter writer = new RegFileWriter(out)) {
            for (String name : HOSTILE_NAMES) {
                List<String> path = List.of("HKEY_CURRENT_USER", "k", name);
                if (RegFileWriter.refusalOfValue(path, name).isEmpty()) {
                    writer.comment(name);
                    writer.value(new RegistryValue(path, name, RegistryType.SZ, Utf16.encode(name + "\0")));
                    written.add(key(path));
                    written.add(new RegistryValue(path, name, RegistryType.SZ, Utf16.encode(name + "\0")));
                } else {
                    assertTrue(name.matches("(?s).*[\\r\\n\\\\\0].*"), name);
                }
            }
        }
        assertEquals(written, RegSource.read(folder, out.toByteArray()).found);
    }

    @NeedsCorpora
    @ParameterizedTest
    @ValueSource(strings = {"regipy/NTUSER.DAT", "regipy/SYSTEM", "regipy/amcache.hve", "ez-registry/SAM_DUPENAME", "plaso/NTUSER.DAT",
        "ez-registry/SAM_hasBigEndianDWord"})
    void realHivesComeBackFromTextAsTheyWere(String name) throws IOException {
        Recording hive = new Recording();
        RegistryFiles.read(new HiveReader(), Corpora.hives().resolve(name), hive);
        List<Object> expected = new ArrayList<>();
        Path file = folder.resolve("hive.reg");
        try (OutputStream out = Files.newOutputStream(file); RegFileWriter writer = new RegFileWriter(out)) {
            for (Object found : hive.found) {
                switch (found) {
                    case RegistryKey key -> {
                        writer.key(absolute(key.path()));
                        expected.add(key(absolute(key.path())));
                    }
                    case RegistryValue value -> {
                        RegistryValue moved = new RegistryValue(absolute(value.key()), value.name(), value.type(), value.data());
                        writer.value(moved);
                        expected.add(moved);
                    }
                    default -> throw new AssertionError(found);
                }
            }
        }
        Recording text = new Recording();
        new RegFileReader().read("source", RegistryFiles.source(file), text);
        assertEquals(expected, text.found);
        assertEquals(List.of(), text.problems);
    }

    @Test
    void noDamageToATextMakesTheReaderFail() {
        Random random = new Random(7);
        for (int round = 0; round < 600; round++) {
            byte[] file = write(random, new ArrayList<>());
            byte[] damaged = random.nextBoolean() ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
            for (int i = random.nextInt(40); i >= 0; i--) {
                int at = random.nextInt(damaged.length + 1);
                if (at + 1 < damaged.length && at > 80) {
                    damaged[at & ~1] = (byte) "\r\n\"[]\\,;-=@h0 ".charAt(random.nextInt(14));
                    damaged[at | 1] = 0;
                }
            }
            Recording recording = new Recording();
            try {
                new RegFileReader().read("source", RegistryFiles.source(damaged), recording);
            } catch (RegistryException e) {
                assertEquals(RegistryException.Code.NOT_A_REG_FILE, e.code());
            }
            assertTrue(recording.found.size() + recording.problems.size() <= 2 * damaged.length);
        }
    }

    @Test
    void noBytesMakeTheReaderFail() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            byte[] file = (RegSource.VERSION_4 + "[HKEY_USERS\\a]\r\n\"v\"=").getBytes();
            byte[] all = Arrays.copyOf(file, file.length + noise.length);
            System.arraycopy(noise, 0, all, file.length, noise.length);
            for (RegFileReader reader : List.of(new RegFileReader(), new RegFileReader(Charset.forName("Shift_JIS")))) {
                Recording recording = RegSource.read(folder, all, reader);
                assertEquals(List.of("HKEY_USERS\\a"), recording.paths().subList(0, 1));
            }
        }
    }

    private static byte[] write(Random random, List<Object> written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegFileWriter writer = new RegFileWriter(out)) {
            List<String> path = List.of();
            for (int i = random.nextInt(20); i >= 0; i--) {
                List<String> next = random.nextInt(3) > 0 && !path.isEmpty() ? path : path(random);
                switch (random.nextInt(8)) {
                    case 0 -> {
                        writer.deleteKey(next);
                        written.add(new Recording.DeletedKey(next));
                        next = List.of();
                    }
                    case 1 -> {
                        String name = text(random, 10);
                        writer.deleteValue(next, name);
                        enter(path, next, written);
                        written.add(new Recording.DeletedValue(next, name));
                    }
                    default -> {
                        RegistryValue value = new RegistryValue(next, text(random, 30), TYPES[random.nextInt(TYPES.length)], data(random));
                        writer.comment(text(random, 20) + "\r\n");
                        writer.value(value);
                        enter(path, next, written);
                        written.add(value);
                    }
                }
                path = next;
            }
        }
        return out.toByteArray();
    }

    private static void enter(List<String> current, List<String> next, List<Object> written) {
        if (!next.equals(current)) {
            written.add(key(next));
        }
    }

    private static List<String> path(Random random) {
        List<String> path = new ArrayList<>();
        path.add(RootKeys.LONG_NAMES.get(random.nextInt(RootKeys.LONG_NAMES.size())));
        for (int i = random.nextInt(5); i >= 0; i--) {
            path.add("k" + text(random, 12).replace("\\", ""));
        }
        return List.copyOf(path);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static byte[] data(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Utf16.encode(text(random, 40) + "\0");
            case 1 -> Utf16.encode(text(random, 40) + "\0\r\n" + text(random, 5));
            case 2 -> new byte[4];
            default -> {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    private static List<String> absolute(List<String> path) {
        List<String> absolute = new ArrayList<>(List.of("HKEY_LOCAL_MACHINE", "X"));
        absolute.addAll(path);
        return absolute;
    }

    private static RegistryKey key(List<String> path) {
        return new RegistryKey(path, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
