package org.assay.registry.reg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.registry.FileBounds;
import org.assay.registry.Recording;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryValue;
import org.assay.registry.text.TextFuzz;

/**
 * Fuzz target: whatever a {@code .reg} file holds, reading it ends and gives no more than the file can hold; and what was read, written as
 * a {@code .reg} file as far as that can hold it, is read again as the same.
 */
public final class RegFileFuzz {

    private static final RegFileReader READER = new RegFileReader().below(List.of("HKEY_LOCAL_MACHINE", "SYSTEM"));
    private static final Optional<Charset> SHIFT_JIS = Optional.of(Charset.forName("Shift_JIS"));

    private RegFileFuzz() {
    }

    /** Reads one input, a {@code .reg} file: with its encoding guessed and with a code page named. */
    public static void fuzzerTestOneInput(byte[] file) {
        TextFuzz.read(file, SHIFT_JIS, text -> READER.read(text, new FileBounds(file.length)));
        Recording read = new Recording();
        TextFuzz.read(file, Optional.empty(), text -> READER.read(text, read));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        List<Object> expected = write(read, written);
        Recording again = new Recording();
        TextFuzz.read(written.toByteArray(), Optional.empty(), text -> READER.read(text, again));
        List<Object> same = again.found.stream().filter(each -> !(each instanceof RegistryKey)).toList();
        if (!expected.equals(same) || !again.problems.isEmpty()) {
            throw new AssertionError(expected + " was written and is read as " + same + " " + again.problems);
        }
    }

    private static List<Object> write(Recording read, ByteArrayOutputStream out) {
        List<Object> written = new ArrayList<>();
        try (RegFileWriter writer = new RegFileWriter(out)) {
            for (Object found : read.found) {
                boolean fits = switch (found) {
                    case RegistryValue value -> RegFileWriter.refusalOfValue(value.key(), value.name()).isEmpty();
                    case Recording.DeletedValue value -> RegFileWriter.refusalOfValue(value.key(), value.name()).isEmpty();
                    case Recording.DeletedKey key -> RegFileWriter.refusalOfKeyDeletion(key.path()).isEmpty();
                    default -> false;
                };
                if (fits) {
                    written.add(found);
                    write(found, writer);
                }
            }
        }
        return written;
    }

    private static void write(Object found, RegFileWriter writer) {
        switch (found) {
            case RegistryValue value -> writer.value(value);
            case Recording.DeletedValue value -> writer.deleteValue(value.key(), value.name());
            case Recording.DeletedKey key -> writer.deleteKey(key.path());
            default -> throw new IllegalArgumentException(found.toString());
        }
    }
}
