package org.assay.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code openssl} in a folder. */
record OpenSsl(Path folder) {

    /** Fails with what it says when it fails. */
    void run(String... arguments) throws IOException, InterruptedException {
        assertEquals("", complaint(arguments));
    }

    /** What it says when it fails; empty when it does not. */
    String complaint(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> String.join(" ", command));
        return process.exitValue() == 0 ? "" : String.join(" ", command) + ": " + Files.readString(said);
    }
}
