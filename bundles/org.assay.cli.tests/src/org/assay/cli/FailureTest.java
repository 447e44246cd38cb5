package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import org.assay.app.Case;
import org.assay.cli.command.ExitCode;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.testkit.ChildJvm;

class FailureTest {

    @TempDir
    private Path folder;

    static Stream<Throwable> failures() {
        return Stream.of(new OutOfMemoryError("Java heap space"), new StackOverflowError(), new NoClassDefFoundError("org/assay/X"),
                new InternalError("Error loading java.security file"), new AssertionError("never"), new IllegalStateException("never"),
                new AssayException(ErrorCode.CASE_FILE, "the case is gone"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everythingThatFailsIsOneSentenceAndNeverAVerdict(Throwable failure) {
        Said said = report(failure, Optional.empty());
        assertEquals(ExitCode.FAILED, said.code());
        assertEquals(1, said.text().lines().count(), said.text());
        assertTrue(said.text().startsWith("assay: "), said.text());
    }

    @Test
    void whatPicocliWrapsIsNamed() {
        InternalError error = new InternalError("Error loading java.security file");
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
        assertEquals(report(error, Optional.empty()).text(),
                report(new CommandLine.ExecutionException(line, "picocli says", error), Optional.empty()).text());
    }

    @Test
    void whatWasStoredBeforeIsSaid() {
        Said said = report(new OutOfMemoryError(), Optional.of("Comparison 3 is stored."));
        assertTrue(said.text().endsWith("assay: Comparison 3 is stored." + System.lineSeparator()), said.text());
    }

    @Test
    void theMachinesCharactersAreMadeVisible() {
        assertFalse(report(new NoClassDefFoundError("a\u001b[31mb\nc"), Optional.empty()).text().contains("\u001b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20})
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatMayOpenFewFilesEndsAsFailed(int files) throws IOException, InterruptedException {
        Process process = ChildJvm.startAfter("exec 2>&1; ulimit -n " + files, List.of(CommandLine.class, Case.class),
                Main.class, "snapshots", "-c", folder.resolve("case").toString());
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.FAILED, process.waitFor(), text);
        assertTrue(text.startsWith("assay: "), text);
        assertFalse(text.contains("\tat "), text);
    }

    private record Said(int code, String text) {
    }

    private static Said report(Throwable failure, Optional<String> stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Failure.report(new PrintStream(bytes, true, StandardCharsets.UTF_8), failure, stored);
        return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
