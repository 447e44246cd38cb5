package org.assay.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.ScopeFilter;

/** Evidence that does not answer does not stop a capture. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Reader.class)
class SilenceTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final Reader reader;

    @TempDir
    Path folder;

    SilenceTest(Reader reader) {
        this.reader = reader;
    }

    private CaptureOutcome capture(Evidence evidence, Duration limit, RegistryOptions registry, RecordingSink sink, TestProgress progress) {
        CaptureOptions options = new CaptureOptions(Set.of(), false, 2, registry, ScopeFilter.ALL, limit);
        return new Capture(reader.tree()).run(new CaptureRequest(List.of(evidence), options, KeptContent.NONE, EarlierItems.NONE), sink,
                progress);
    }

    private RecordingSink capture(SilentFileSystem files) {
        RecordingSink sink = new RecordingSink();
        capture(Captures.tree("", files.root()), SHORT, new RegistryOptions(false, false), sink, new TestProgress());
        return sink;
    }

    private static Set<String> names(List<Gap> gaps) {
        return gaps.stream().map(gap -> String.join("/", gap.location().components().subList(1, gap.location().components().size())))
                .collect(Collectors.toSet());
    }

    @Test
    void whatDoesNotAnswerIsAGapAndAllElseIsRead() throws IOException {
        try (SilentFileSystem files = SilentFileSystem.mount(folder, List.of("a", "dir/", "dir/b", "dir/open=open", "dir/read=read",
                "dir/z", "full/=list", "full/x", "gone/=lookup", "gone/x", "last/", "last/y", "late=lookup", "shut/=open", "shut/x",
                "zz"))) {
            RecordingSink sink = capture(files);
            assertEquals(Set.of("dir/open", "dir/read", "full", "gone", "late", "shut"), names(sink.gaps));
            assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.NO_ANSWER
                    && gap.detail().startsWith("the system did not answer within 0.3 seconds")), sink.gaps::toString);
            for (List<String> read : List.of(List.of("a"), List.of("dir", "b"), List.of("dir", "z"), List.of("last", "y"), List.of("zz"))) {
                assertTrue(sink.file(read.toArray(String[]::new)).sha256().isPresent(), read::toString);
            }
            assertEquals(3, sink.file("dir", "read").sizeBytes());
            assertTrue(sink.file("dir", "read").sha256().isEmpty());
            assertTrue(sink.find(Location.file("", "full")).isPresent());
        }
    }

    @Test
    void aFileSystemThatDoesNotAnswerAtAllIsGivenUp() throws IOException {
        List<String> names = new ArrayList<>(List.of("bad/"));
        for (int file = 0; file < 200; file++) {
            names.add("bad/" + file + "=open");
        }
        names.add("dir/");
        names.add("dir/file");
        try (SilentFileSystem files = SilentFileSystem.mount(folder, names)) {
            RecordingSink sink = assertTimeout(Duration.ofSeconds(30), () -> capture(files));
            assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.NO_ANSWER));
            assertTrue(sink.gaps.size() >= 200, () -> "gaps: " + sink.gaps.size());
            assertTrue(sink.gaps.stream().anyMatch(gap -> gap.detail().contains("is not asked any more")), sink.gaps::toString);
        }
    }

    @Test
    void aRootThatCannotBeListedIsAGapAndOneThatCannotBeOpenedIsRefused() throws IOException {
        try (SilentFileSystem files = SilentFileSystem.mount(folder, List.of("full/=list", "full/x", "shut/=open", "shut/x"))) {
            RecordingSink sink = new RecordingSink();
            capture(Captures.tree("", files.root().resolve("full")), SHORT, new RegistryOptions(false, false), sink, new TestProgress());
            assertEquals(Set.of(Location.file("")), sink.gaps.stream().map(Gap::location).collect(Collectors.toSet()));
            RecordingSink nothing = new RecordingSink();
            AssayException failure = assertThrows(AssayException.class, () -> capture(Captures.tree("", files.root().resolve("shut")),
                    SHORT, RegistryOptions.USUAL, nothing, new TestProgress()));
            assertTrue(failure.getMessage().contains("cannot be read: the system did not answer within 0.3 seconds"), failure.getMessage());
            assertTrue(nothing.items.isEmpty() && nothing.gaps.isEmpty());
        }
    }

    @Test
    void registryDataThatDoesNotAnswerIsAGapOrRefused() throws IOException {
        try (SilentFileSystem files = SilentFileSystem.mount(folder, List.of("Windows/", "Windows/System32/", "Windows/System32/config/",
                "Windows/System32/config/SYSTEM=read", "Windows/System32/config/SAM=lookup", "hive.reg=read"))) {
            RecordingSink sink = new RecordingSink();
            capture(Captures.tree("C", files.root()), SHORT, RegistryOptions.USUAL, sink, new TestProgress());
            assertTrue(sink.gaps.stream().anyMatch(gap -> gap.location().equals(Location.key("HKLM", "SYSTEM"))
                    && gap.reason() == GapReason.NO_ANSWER), sink.gaps::toString);
            AssayException failure = assertThrows(AssayException.class, () -> capture(Captures.export(files.root().resolve("hive.reg")),
                    SHORT, RegistryOptions.USUAL, sink, new TestProgress()));
            assertTrue(failure.getMessage().contains("did not answer within 0.3 seconds"), failure.getMessage());
        }
    }

    @Test
    void whoeverCancelsDoesNotWaitForWhatDoesNotAnswer() throws Exception {
        try (SilentFileSystem files = SilentFileSystem.mount(folder, List.of("a=read", "b=open", "dir/=list", "dir/x", "hive.reg=read"))) {
            for (Evidence evidence : List.of(Captures.tree("", files.root()), Captures.export(files.root().resolve("hive.reg")))) {
                TestProgress progress = new TestProgress();
                CountDownLatch begun = new CountDownLatch(1);
                FutureTask<CaptureOutcome> captured = new FutureTask<>(() -> {
                    begun.countDown();
                    return capture(evidence, CaptureOptions.USUAL_TIMEOUT, RegistryOptions.USUAL, new RecordingSink(), progress);
                });
                Thread.startVirtualThread(captured);
                begun.await();
                awaitWaiting();
                progress.cancelled = true;
                assertTrue(assertTimeout(Duration.ofSeconds(2), () -> captured.get()).cancelled());
            }
        }
    }

    /** Returns when a thread of the capture has made a call. */
    private static void awaitWaiting() {
        while (Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().startsWith("assay-"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void threadsThatWereLeftBehindEndWhenTheirCallReturns() throws IOException {
        try (SilentFileSystem files = SilentFileSystem.mount(folder, List.of("a=read", "b=open", "c", "dir/=list", "dir/x"))) {
            RecordingSink sink = capture(files);
            assertEquals(Set.of("a", "b", "dir"), names(sink.gaps));
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("assay-reader") || thread.getName().equals("assay-walk")) {
                assertTimeout(Duration.ofSeconds(10), () -> thread.join());
                assertFalse(thread.isAlive());
            }
        }
    }
}
