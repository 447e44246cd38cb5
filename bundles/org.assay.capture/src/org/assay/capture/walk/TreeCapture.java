package org.assay.capture.walk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.Gaps;
import org.assay.capture.file.LeftBehindException;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.file.WatchedThread;
import org.assay.content.ContentProbe;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.Signature;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.SelectedPlaces;
import org.assay.model.text.Bytes;

/**
 * Captures one directory tree: one thread walks it, some threads read what is no directory, and the caller's thread hands everything to the
 * sink in the order of the walk. How far the walk runs ahead is bounded, so the memory is, too.
 */
public final class TreeCapture implements TreeWalk.Visitor {

    /** How many places the walk may be ahead of the sink; a large file holds the sink up, and the threads go on meanwhile. */
    private static final int AHEAD = 8192;

    /** How many places the walk is told at once that it may go on by: to wake it for each costs more than the place. */
    private static final int TOLD = AHEAD / 8;

    /** A place this deep counts as one more, because its location holds as many names. */
    private static final int NAMES_A_PLACE = 32;

    /** How long the sink waits before it looks again, at first and at most. To be woken for many small batches costs more than to look. */
    private static final long FIRST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LAST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    /** How long the threads get to end when the capture was stopped; one that waits for a file system that is gone never ends. */
    private static final long END_MILLIS = 500;

    /** How often the threads are looked at that make calls, at least. */
    private static final long MAX_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final WalkRequest request;
    private final ReusedHashes reused;
    private final ItemSink sink;
    private final Progress progress;
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final Semaphore ahead = new Semaphore(AHEAD);
    private final ReadingWork work = new ReadingWork();
    private final HardLinks links = new HardLinks();
    private final KeptBudget kept = new KeptBudget();
    private final ConcurrentMap<Bytes, Signature> signatures = new ConcurrentHashMap<>();
    private final Silence silence = new Silence();
    private final Location location;
    private final boolean everything;
    private final SelectedPlaces selected;
    private final TreeWalk walk;
    private final FileThreads files;
    private PlaceReader directories;
    private Optional<WatchedThread> walker = Optional.empty();
    private final long lookNanos;
    private long nextLook = System.nanoTime();
    private volatile Optional<Batch> awaited = Optional.empty();
    /** What was handed on and the walk does not know of yet. */
    private int untold;
    private long look = FIRST_LOOK_NANOS;
    private volatile boolean over;

    /** @param location what the tree's root gets */
    public TreeCapture(Location location, WalkRequest request, ReusedHashes reused, ItemSink sink, Progress progress) {
        this.location = location;
        this.reused = reused;
        this.request = request;
        this.sink = sink;
        this.progress = progress;
        this.everything = !request.options().filter().leavesPlacesOut();
        this.selected = new SelectedPlaces(request.options().filter());
        this.directories = newReader();
        this.walk = new TreeWalk(this, request.options().oneFileSystem());
        this.files = new FileThreads(work, silence, this::newReader, this::isStopped,
                batch -> awaited.filter(one -> one == batch).isPresent());
        this.lookNanos = Math.min(MAX_LOOK_NANOS, request.options().timeout().toNanos() / 4);
    }

    private PlaceReader newReader() {
        ContentProbe probe = new ContentProbe(request.options().digests(), signatures);
        return new PlaceReader(new ContentReader(probe, progress, this::isStopped), links, request, kept, reused);
    }

    /**
     * Captures the tree with the root {@code root}, which it closes.
     *
     * @throws CancellationException when the user cancels
     */
    public void run(Folder root) {
        startWalker(() -> walk.run(root, location));
        files.start(request.options().threads());
        try {
            handOn();
        } finally {
            end();
        }
    }

    /** Stops the threads, and closes what they leave open if they do stop. */
    private void end() {
        over = true;
        List<WatchedThread> threads = new ArrayList<>(files.running());
        walker.ifPresent(threads::add);
        threads.forEach(WatchedThread::interrupt);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        try {
            boolean ended = true;
            for (WatchedThread thread : threads) {
                ended &= thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
            if (ended) {
                for (Pending each : pending) {
                    if (each instanceof Pending.Reading(Batch batch, int _)) {
                        batch.abandon();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return over || progress.isCancelled();
    }

    /** All of the walk, or what is left of it. */
    private interface Walking {
        void walk() throws IOException, InterruptedException;
    }

    private void startWalker(Walking walking) {
        walker = Optional.of(WatchedThread.start("assay-walk", () -> walk(walking)));
    }

    private void walk(Walking walking) {
        try {
            walking.walk();
            pending.add(new Pending.End());
        } catch (LeftBehindException e) {
            throw e;
        } catch (IOException e) {
            pending.add(new Pending.Ready(Captured.of(Gaps.failed(location, "list the directory", e)), 0));
            pending.add(new Pending.End());
        } catch (RuntimeException | Error e) {
            pending.add(new Pending.Failed(e));
        } catch (InterruptedException e) {
            // Only end() interrupts this thread, when nobody waits for what it finds any more.
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves behind the threads whose call has lasted for the time limit, and has others go on in their place. */
    private void lookAtThreads() {
        long now = System.nanoTime();
        if (now - nextLook < 0) {
            return;
        }
        nextLook = now + lookNanos;
        Duration limit = request.options().timeout();
        files.replaceSilent(now, limit);
        if (walker.orElseThrow().leaveIfSilent(now, limit)) {
            directories = newReader();
            startWalker(() -> walk.goOn(new NoAnswerException(limit)));
        }
    }

    @Override
    public Captured look(Location location, FileState state, Optional<Folder> folder) {
        return directories.directory(location, state, folder);
    }

    @Override
    public boolean takes(Location place) {
        return everything || selected.mayHold(place);
    }

    @Override
    public void directory(Captured captured) throws InterruptedException {
        add(captured.items().getFirst().location(), captured);
    }

    @Override
    public void gap(Gap gap) throws InterruptedException {
        add(gap.location(), Captured.of(gap));
    }

    @Override
    public Silence silence() {
        return silence;
    }

    private void add(Location location, Captured captured) throws InterruptedException {
        int weight = weight(location);
        ahead.acquire(weight);
        pending.add(new Pending.Ready(captured, weight));
    }

    private static int weight(Location location) {
        return 1 + location.components().size() / NAMES_A_PLACE;
    }

    @Override
    public void others(Location directory, FileState state, Folder folder, List<ChildName> all) throws InterruptedException {
        List<ChildName> names = everything ? all
                : all.stream().filter(name -> selected.contains(directory.child(name.component()))).toList();
        if (names.isEmpty()) {
            return;
        }
        int weight = Math.min(names.size() * weight(directory), AHEAD - TOLD);
        ahead.acquire(weight);
        Batch batch = new Batch(directory, state, folder.share(), names, request);
        pending.add(new Pending.Reading(batch, weight));
        work.add(batch);
    }

    private void handOn() {
        for (boolean walking = true; walking; ) {
            stopIfCancelled();
            switch (pending.peek()) {
                case null -> {
                    report();
                    waitAWhile();
                }
                case Pending.Ready(Captured captured, int weight) -> {
                    handOn(captured);
                    done(weight);
                }
                case Pending.Reading(Batch batch, int weight) -> {
                    handOn(batch);
                    done(weight);
                }
                case Pending.End() -> walking = false;
                case Pending.Failed(Throwable cause) -> throw Failures.rethrown(cause);
            }
        }
    }

    private void done(int weight) {
        pending.remove();
        untold += weight;
        if (untold >= TOLD) {
            report();
        }
        look = FIRST_LOOK_NANOS;
        lookAtThreads();
    }

    /** Lets the walk go on by what was handed on. */
    private void report() {
        ahead.release(untold);
        untold = 0;
    }

    private void waitAWhile() {
        LockSupport.parkNanos(look);
        look = Math.min(2 * look, LAST_LOOK_NANOS);
        lookAtThreads();
        stopIfCancelled();
    }

    private void handOn(Batch batch) {
        awaited = Optional.of(batch);
        for (int at = 0; at < batch.size(); at++) {
            stopIfCancelled();
            Optional<Captured> captured = batch.found(at);
            while (captured.isEmpty()) {
                waitAWhile();
                captured = batch.found(at);
            }
            handOn(captured.get());
            batch.forget(at);
        }
    }

    private void stopIfCancelled() {
        if (progress.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    private void handOn(Captured captured) {
        for (FileItem item : captured.items()) {
            sink.item(item);
        }
        for (Gap gap : captured.gaps()) {
            sink.gap(gap);
        }
        if (captured.content().isPresent()) {
            byte[] content = captured.content().get();
            sink.content(captured.items().getFirst().sha256().orElseThrow(), content);
            kept.give(content.length);
        }
    }
}
