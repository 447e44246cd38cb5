package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.assay.app.Case;
import org.assay.app.ResumeCapture;
import org.assay.cli.command.ExitCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.testkit.Checkout;
import org.assay.testkit.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

/** The program on evidence that does not answer, and a user who wants it to end. */
@Timeout(300)
class InterruptionTest {

    /** Less than a call may take before it is given up: whoever ends sooner was interrupted. */
    private static final long SOONER_THAN_A_CALL_SECONDS = 50;
    private static final List<Class<?>> PROGRAM = List.of(CommandLine.class, Case.class);

    @TempDir
    private Path folder;

    private Process server;
    private String caseFile;

    @BeforeEach
    void mountWhatDoesNotAnswer() throws Exception {
        Path source = Checkout.find("bundles/org.assay.capture.tests/src/org/assay/capture/silent.c");
        assumeTrue(sh("test -w /dev/fuse && gcc -o silent '" + source + "' && mkdir mnt").waitFor() == 0,
                "no file system can be made here (it takes root, /dev/fuse, gcc and the kernel's headers)");
        server = sh("exec ./silent interrupted mnt a b dir/ dir/hangs=read z");
        String said = server.inputReader().readLine();
        assumeTrue("mounted".equals(said), "no file system can be mounted here: " + said);
        caseFile = new Shell().newCase(folder);
    }

    @AfterEach
    void unmount() throws Exception {
        if (server != null) {
            server.destroyForcibly().onExit().join();
            sh("umount -l mnt").waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void aCaptureEndsAtOnceInOrderAndSaysHowItIsResumed(String signal, int code) throws Exception {
        // A shell that runs its jobs in the background, as builds are, makes them ignore SIGINT, and what they start does, too.
        Process capture = ChildJvm.startWithin(List.of("env", "--default-signal=INT", "sh", "-c", "exec \"$0\" \"$@\" 2>&1"), PROGRAM,
                Main.class, "capture", "-c", caseFile, "--host", "pc", "--role", "suspect", "--tree", "C=" + folder.resolve("mnt"));
        awaitRunning(capture);
        sh("kill -" + signal + " " + capture.pid()).waitFor();
        assertTrue(capture.waitFor(SOONER_THAN_A_CALL_SECONDS, TimeUnit.SECONDS), "it waits for what does not answer");
        String said = new String(capture.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, capture.exitValue(), said);
        assertTrue(said.startsWith("snapshot 1 of pc: CANCELLED, "), said);
        assertTrue(said.contains("'assay capture --resume 1' resumes it"), said);
        server.destroyForcibly().onExit().join();
        sh("umount -l mnt; rmdir mnt; mkdir mnt; echo abc >mnt/a").waitFor();
        try (Case opened = Case.open(Path.of(caseFile))) {
            opened.verifyAll(Progress.NONE);
            Snapshot cancelled = opened.snapshot(1);
            assertEquals(SnapshotState.CANCELLED, cancelled.state());
            assertTrue(cancelled.coverage().items() > 0);
            assertEquals(List.of(), new ResumeCapture(1).obstacle(opened).stream().toList());
        }
    }

    @Test
    void theTimeLimitIsStoredWithTheAttempt() throws Exception {
        Process capture = ChildJvm.startAfter("exec 2>&1", PROGRAM, Main.class, "capture", "-c", caseFile, "--host", "pc", "--role",
                "suspect", "--timeout", "1", "--tree", "C=" + folder.resolve("mnt"));
        String said = new String(capture.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.GAPS, capture.waitFor(), said);
        try (Case opened = Case.openToRead(Path.of(caseFile), CaseWait.NONE, "")) {
            assertEquals(1, opened.snapshot(1).attempts().getLast().environment().options().timeout().toSeconds());
        }
    }

    /** Returns when the snapshot is in the case; fails when the capture ended without one. */
    private void awaitRunning(Process capture) throws IOException {
        Shell shell = new Shell();
        while (shell.run("snapshots", "-c", caseFile) != ExitCode.GAPS || !shell.out().contains("RUNNING")) {
            if (!capture.isAlive()) {
                fail(new String(capture.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private Process sh(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).redirectErrorStream(true).start();
    }
}
