package org.assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The programs of the machine that read what the exports are made of. */
public final class Programs {

    /** How a program ended and what it wrote, both outputs together, one byte a character. */
    public record Outcome(int exitCode, String output) {

        /** For a program without which nothing that follows would show anything. */
        public void orFail() {
            assertEquals(0, exitCode, output);
        }
    }

    private Programs() {
    }

    public static boolean isThere(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    public static void assumeThereIs(String name) {
        assumeTrue(isThere(name), name + " is not on the search path");
    }

    public static Outcome run(Path folder, String... command) {
        return run(folder, Map.of(), command);
    }

    /** Runs to the end; the output goes through a file, for a pipe would stay open in a process that the program leaves behind. */
    public static Outcome run(Path folder, Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile())
                        .redirectErrorStream(true).redirectOutput(output.toFile()).redirectInput(new File("/dev/null"));
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError(command[0] + " does not end");
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command[0] + " ran", e);
        }
    }
}
