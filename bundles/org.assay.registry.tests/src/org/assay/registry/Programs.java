package org.assay.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The programs of the machine that some tests use. */
public final class Programs {

    private Programs() {
    }

    /** Whether a program lies in a folder of the search path. */
    public static boolean isThere(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** What a program prints, read as UTF-8; empty when it fails. */
    public static Optional<String> run(Path folder, String... command) throws IOException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> String.join(" ", command) + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue() == 0 ? Optional.of(new String(Files.readAllBytes(output), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
