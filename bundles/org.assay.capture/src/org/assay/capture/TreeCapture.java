package org.assay.capture;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.assay.model.FileItem;
import org.assay.model.Gap;
import org.assay.model.ItemSink;
import org.assay.model.Location;
import org.assay.model.Progress;

/**
 * Captures one directory tree: one thread walks it, some threads read and hash files, and the caller's thread hands everything to the sink
 * in the order of the walk. How far the walk runs ahead is bounded, so the memory is, too.
 */
final class TreeCapture implements TreeWalk.Visitor {

    /** How many places the walk may be ahead of the sink; a large file holds the sink up, and the threads go on meanwhile. */
    private static final int AHEAD = 8192;

    /** How many files whose content is kept may be on their way, each of {@link Capture#KEPT_BYTES} at most. */
    private static final int KEPT_AHEAD = 64;

    /** How often a wait is broken off to look around. */
    private static final long LOOK_MILLIS = 100;

    private final FileTree tree;
    private final CaptureRequest request;
    private final ItemSink sink;
    private final Progress progress;
    private final BlockingQueue<Pending> pending = new ArrayBlockingQueue<>(AHEAD);
    private final Semaphore keptAhead = new Semaphore(KEPT_AHEAD);
    private final ThreadPoolExecutor readers;
    private final ThreadLocal<ContentReader> reader;
    private volatile boolean over;

    TreeCapture(FileTree tree, CaptureRequest request, ItemSink sink, Progress progress) {
        this.tree = tree;
        this.request = request;
        this.sink = sink;
        this.progress = progress;
        readers = new ThreadPoolExecutor(request.threads(), request.threads(), 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> Thread.ofPlatform().daemon().name("assay-reader").unstarted(work));
        reader = ThreadLocal.withInitial(() -> new ContentReader(tree, progress, this::isStopped));
    }

    /**
     * Captures the directory {@code root} as {@code location}.
     *
     * @throws CancellationException when the user cancels
     */
    void run(Path root, Location location) {
        Thread walk = Thread.ofPlatform().daemon().name("assay-walk").start(() -> walk(root, location));
        try {
            handOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            over = true;
            walk.interrupt();
            readers.shutdownNow();
        }
    }

    private boolean isStopped() {
        return over || progress.isCancelled();
    }

    private void walk(Path root, Location location) {
        try {
            try {
                new TreeWalk(tree, this).run(root, location);
                pending.put(new Pending.End());
            } catch (RuntimeException | Error e) {
                pending.put(new Pending.Failed(e));
            }
        } catch (InterruptedException e) {
            // Only run() interrupts this thread, when nobody waits for what it finds any more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void item(FileItem item) throws InterruptedException {
        pending.put(new Pending.Ready(Captured.of(item)));
    }

    @Override
    public void gap(Gap gap) throws InterruptedException {
        pending.put(new Pending.Ready(Captured.of(gap)));
    }

    @Override
    public void file(Location location, Path path, FileState listed) throws InterruptedException {
        boolean kept = listed.sizeBytes() <= Capture.KEPT_BYTES && request.keepContent().test(listed.item(location));
        if (kept) {
            keptAhead.acquire();
        }
        Pending.File file = new Pending.File(location, path, listed, kept);
        pending.put(file);
        readers.execute(() -> read(file));
    }

    private void read(Pending.File file) {
        try {
            file.result.complete(reader.get().read(file));
        } catch (RuntimeException | Error e) {
            file.result.completeExceptionally(e);
        }
    }

    private void handOn() throws InterruptedException {
        for (boolean walking = true; walking; ) {
            stopIfCancelled();
            switch (pending.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                case null -> {
                }
                case Pending.Ready(Captured captured) -> handOn(captured);
                case Pending.File file -> {
                    handOn(await(file));
                    if (file.kept) {
                        keptAhead.release();
                    }
                }
                case Pending.End() -> walking = false;
                case Pending.Failed(Throwable cause) -> throw rethrown(cause);
            }
        }
    }

    private Captured await(Pending.File file) throws InterruptedException {
        while (true) {
            try {
                return file.result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                stopIfCancelled();
                if (file.opening && file.isReplaced(tree)) {
                    giveUp(file);
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private void stopIfCancelled() {
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
    }

    /** Leaves a reader behind that waits for a FIFO to be written to, which may never be, and has another take its place. */
    private void giveUp(Pending.File file) {
        if (file.result.complete(file.replaced())) {
            readers.setMaximumPoolSize(readers.getMaximumPoolSize() + 1);
            readers.setCorePoolSize(readers.getMaximumPoolSize());
        }
    }

    private void handOn(Captured captured) {
        captured.item().ifPresent(sink::item);
        captured.gaps().forEach(sink::gap);
        captured.content().ifPresent(content -> sink.content(captured.item().flatMap(FileItem::sha256).orElseThrow(), content));
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
