package org.assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares a text with a file that lies beside its test.
 *
 * <p>When the text was changed on purpose, run the test once with the system property {@code assay.golden.update} set to the test bundle's
 * source folder ({@code bundles/org.assay.x.tests/src}): the files are then written anew, to be read through before they are committed.
 */
public final class Golden {

    private static final String UPDATE = "assay.golden.update";

    private Golden() {
    }

    /** Fails unless {@code actual} is exactly what the resource {@code name} beside {@code anchor} holds as UTF-8. */
    public static void check(Class<?> anchor, String name, String actual) {
        String source = System.getProperty(UPDATE, "");
        if (!source.isEmpty()) {
            write(Path.of(source).resolve(anchor.getPackageName().replace('.', '/')).resolve(name), actual);
            return;
        }
        Optional<String> expected = read(anchor, name);
        if (expected.isEmpty()) {
            fail("There is no golden file " + name + " beside " + anchor.getName() + hint());
        }
        if (!expected.get().equals(actual)) {
            assertEquals(expected.get(), actual, difference(name, expected.get(), actual));
        }
    }

    /** The first line that differs, so that nobody has to search two long texts. */
    private static String difference(String name, String expected, String actual) {
        String[] expectedLines = expected.split("\n", -1);
        String[] found = actual.split("\n", -1);
        int line = 0;
        while (line < expectedLines.length && line < found.length && expectedLines[line].equals(found[line])) {
            line++;
        }
        return name + " differs first in line " + (line + 1) + hint() + "\n  golden: " + shown(expectedLines, line) + "\n  actual: "
                + shown(found, line) + "\n";
    }

    private static String shown(String[] lines, int line) {
        return line < lines.length ? lines[line].replace("\r", "\\r") : "(no such line)";
    }

    private static String hint() {
        return "; set " + UPDATE + " to the test bundle's source folder to write it anew";
    }

    private static Optional<String> read(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
