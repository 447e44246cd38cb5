package org.assay.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodySubject;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Connections;
import org.assay.store.digest.Part;
import org.assay.store.digest.PartDigest;
import org.assay.store.snapshot.BlockBuilder;
import org.assay.store.snapshot.SnapshotContent;
import org.assay.store.table.AreaTable;
import org.assay.store.table.AttemptTable;
import org.assay.store.table.BlockTable;
import org.assay.store.table.ContentTable;
import org.assay.store.table.GapTable;
import org.assay.store.table.GapsDigest;
import org.assay.store.table.RemarkTable;
import org.assay.store.table.SnapshotTable;

/**
 * Writes a snapshot. What it is given is stored in blocks as it comes, every few seconds at least, so a capture that is killed leaves a
 * running snapshot with what was stored until then; its state is written last, by {@link #finish}. Memory is bounded. For one thread at a
 * time.
 *
 * <p>Every method fails with {@code CASE_FILE} when the file cannot be written; what was stored before is kept.
 */
public final class SnapshotWriter implements ItemSink, AutoCloseable {

    /** So many gaps, or remarks. */
    private static final int WAITING_GAPS = 1000;
    private static final long WAITING_CONTENT_BYTES = 4L << 20;
    /** A transaction for every block would cost more than the blocks. */
    private static final long WAITING_BLOCK_BYTES = 1L << 20;

    /**
     * Room that the case has beside that for what is stored next, before it is asked for: for the tables' pages, and for the last
     * transaction of all, which says how the snapshot ended. So a disk that is full leaves no snapshot that seems to be running.
     */
    private static final long RESERVED_BYTES = 1L << 20;

    private final Connections connections;
    private final CustodyLog log;
    private final AttemptStart start;
    private final Runnable whenClosed;
    private final long begun = System.nanoTime();
    private final BlockBuilder builder;
    private final MessageDigest digest = Sha256.start();
    private final List<PartDigest> parts;
    private final Set<Bytes> keptContents = new HashSet<>();
    private final List<Gap> waitingGaps = new ArrayList<>();
    private final List<Remark> waitingRemarks = new ArrayList<>();
    private final List<ContentTable.Kept> waitingContents = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final Flusher flusher;
    private long waitingContentBytes;
    private long items;
    private long storedItems;
    private long storedGaps;
    private long storedRemarks;
    private boolean open = true;
    private Optional<AssayException> failure = Optional.empty();

    /**
     * Begins with what {@code first} stores of it, which is not done unless there is room to say how the snapshot ended.
     *
     * @param beingWritten holds the snapshot's number until it was finished or this was closed
     */
    static SnapshotWriter begin(Connections connections, CustodyLog log, Set<Long> beingWritten, Connections.Work<AttemptStart> first) {
        connections.reserve(2 * RESERVED_BYTES);
        AttemptStart start = connections.writeDurably(first);
        beingWritten.add(start.snapshot());
        return new SnapshotWriter(connections, log, start, () -> beingWritten.remove(start.snapshot()));
    }

    /** @param whenClosed is run once, when the snapshot was finished or this was closed */
    private SnapshotWriter(Connections connections, CustodyLog log, AttemptStart start, Runnable whenClosed) {
        this.connections = connections;
        this.log = log;
        this.start = start;
        this.whenClosed = whenClosed;
        builder = new BlockBuilder(start.firstRun());
        parts = Stream.of(Part.ITEM_BLOCK, Part.GAP, Part.REMARK).map(part -> new PartDigest(part, start.snapshot())).toList();
        storedItems = start.items();
        storedGaps = start.gaps();
        storedRemarks = start.remarks();
        // Last, for it works on all the others: on a machine that is short of time the first flush came before the constructor's end.
        flusher = new Flusher(this::flushInTime);
    }

    /** The snapshot's number in the case. */
    public long id() {
        return start.snapshot();
    }

    /**
     * Stores an item.
     *
     * @throws IllegalArgumentException when its location is of another space than its kind, or its digest is no SHA-256
     */
    @Override
    public synchronized void item(Item item) {
        checkOpen();
        builder.add(item);
        items++;
        if (builder.blocksBytes() >= WAITING_BLOCK_BYTES) {
            store();
        }
    }

    /** Stores a gap; a detail that is longer than 65,536 UTF-16 units is cut. */
    @Override
    public synchronized void gap(Gap gap) {
        checkOpen();
        waitingGaps.add(gap);
        if (waitingGaps.size() >= WAITING_GAPS) {
            store();
        }
    }

    /** Stores a remark; a text that is longer than 65,536 UTF-16 units is cut. */
    @Override
    public synchronized void remark(Remark remark) {
        checkOpen();
        waitingRemarks.add(remark);
        if (waitingRemarks.size() >= WAITING_GAPS) {
            store();
        }
    }

    /** Adds to the snapshot's sources. */
    @Override
    public synchronized void source(Source source) {
        checkOpen();
        connections.write(connection -> SnapshotTable.addSource(connection, id(), source));
    }

    /** Says that the snapshot was asked for {@code area}. What the last attempt says holds. */
    @Override
    public synchronized void area(Area area) {
        checkOpen();
        areas.add(area);
    }

    /**
     * Keeps a file's content, once per digest.
     *
     * @throws IllegalArgumentException when {@code sha256} is not the content's SHA-256
     */
    @Override
    public synchronized void content(Bytes sha256, byte[] content) {
        checkOpen();
        if (keptContents.contains(sha256)) {
            return;
        }
        if (!Sha256.of(content).equals(sha256)) {
            throw new IllegalArgumentException("the content that was given has another SHA-256 than " + sha256);
        }
        keptContents.add(sha256);
        waitingContents.add(ContentTable.Kept.of(sha256, content));
        waitingContentBytes += waitingContents.getLast().deflated().length;
        if (waitingContentBytes >= WAITING_CONTENT_BYTES) {
            store();
        }
    }

    /** Stores what waits, but for what is being sorted and not long so. */
    synchronized void flush() {
        builder.flush();
        if (builder.blocksBytes() > 0 || !waitingContents.isEmpty() || !waitingGaps.isEmpty() || !waitingRemarks.isEmpty()) {
            store();
        }
    }

    /** A failure waits for the next one who wants to store something. */
    private synchronized void flushInTime() {
        if (open && failure.isEmpty()) {
            try {
                flush();
            } catch (AssayException e) {
                failure = Optional.of(e);
            }
        }
    }

    /**
     * Stores what still waits, then, in one transaction, how the capture ended. When this returns the disk has it. No item can follow. Of a
     * snapshot that is whole now, what earlier attempts stored is removed; of another one it stays, and the snapshot holds at each place
     * what the latest attempt found there.
     *
     * @param state how it ended; not {@link SnapshotState#RUNNING}
     * @return the snapshot as it is now
     */
    public synchronized Snapshot finish(SnapshotState state, Reading reading) {
        checkOpen();
        if (state == SnapshotState.RUNNING) {
            throw new IllegalArgumentException("a snapshot does not end in the state RUNNING");
        }
        builder.end();
        store();
        boolean all = start.isResumed() && !state.isWhole();
        int firstRun = all ? 0 : start.firstRun();
        SnapshotContent content = all ? SnapshotContent.stored(connections, id(), firstRun)
                : builder.itemsDigest().map(one -> new SnapshotContent(items, one, Bytes.copyOf(digest.digest())))
                        .orElseGet(() -> SnapshotContent.stored(connections, id(), firstRun));
        write(() -> end(state, reading, firstRun, content));
        close();
        while (firstRun > 0 && connections.write(BlockTable::removeUnneeded) > 0) {
            continue;
        }
        return stored();
    }

    /**
     * Ends the snapshot as failed, be it because it could not be written: then what still waits is lost, and what was stored before is what
     * it holds. Nothing can follow.
     *
     * @return the snapshot as it is now
     * @throws AssayException {@code CASE_FILE} when not even that can be written; the snapshot stays {@code RUNNING} until it is resumed
     */
    public synchronized Snapshot fail(Reading reading) {
        if (failure.isEmpty()) {
            try {
                return finish(SnapshotState.FAILED, reading);
            } catch (AssayException e) {
                failure = Optional.of(e);
            }
        }
        int firstRun = start.isResumed() ? 0 : start.firstRun();
        end(SnapshotState.FAILED, reading, firstRun, SnapshotContent.stored(connections, id(), firstRun));
        close();
        return stored();
    }

    private void end(SnapshotState state, Reading reading, int firstRun, SnapshotContent content) {
        connections.writeDurably(connection -> finish(connection, state, reading, firstRun, content));
    }

    private Snapshot stored() {
        return connections.read(connection -> SnapshotTable.one(connection, id())).orElseThrow();
    }

    /** Without {@link #finish} or {@link #fail} before it, the snapshot stays {@code RUNNING} until it is resumed, with what was stored. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            flusher.close();
            whenClosed.run();
        }
    }

    /** After a failure nothing can follow: what was lost would be missing between what came before and after. */
    private void write(Runnable work) {
        try {
            work.run();
        } catch (AssayException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** Stores what waits. */
    private void store() {
        long bytes = builder.blocksBytes() + waitingContentBytes;
        List<BlockTable.Full> blocks = builder.take();
        for (BlockTable.Full full : blocks) {
            digest.update(full.block().checksum().toArray());
            storedItems += full.block().items();
        }
        write(() -> {
            connections.reserve(RESERVED_BYTES + bytes);
            connections.write(connection -> insert(connection, blocks));
        });
        storedGaps += waitingGaps.size();
        waitingGaps.clear();
        storedRemarks += waitingRemarks.size();
        waitingRemarks.clear();
        waitingContents.clear();
        waitingContentBytes = 0;
    }

    private int insert(Connection connection, List<BlockTable.Full> blocks) throws SQLException {
        int inserted = ContentTable.insert(connection, waitingContents) + BlockTable.insert(connection, id(), blocks)
                + GapTable.insert(connection, id(), storedGaps, waitingGaps)
                + RemarkTable.insert(connection, id(), storedRemarks, waitingRemarks)
                + SnapshotTable.advance(connection, id(), storedItems);
        for (PartDigest part : parts) {
            part.follow(connection);
        }
        return inserted;
    }

    private int finish(Connection connection, SnapshotState state, Reading reading, int firstRun, SnapshotContent content)
            throws SQLException {
        if (start.isResumed() && state.isWhole()) {
            GapTable.remove(connection, id(), start.gaps());
            RemarkTable.remove(connection, id(), start.remarks());
            SnapshotTable.removeFound(connection, id(), start.firstSource());
            PartDigest.renew(connection, Part.GAP, id());
            PartDigest.renew(connection, Part.REMARK, id());
        }
        Coverage coverage = new Coverage(content.items(), reading.hashedBytes(), GapTable.count(connection, id()),
                Optional.of(content.itemsDigest()), Optional.of(GapsDigest.of(connection, id())));
        AreaTable.replace(connection, id(), areas);
        AttemptTable.finish(connection, id(), start.attempt(), Duration.ofNanos(System.nanoTime() - begun), reading);
        int finished = SnapshotTable.finish(connection, id(), state, firstRun, coverage, content.blocksDigest());
        log.append(connection, CustodyAction.CAPTURED, CustodySubject.Kind.SNAPSHOT, id(), "%s: %,d items, %,d gaps".formatted(state,
                coverage.items(), coverage.gaps()));
        return finished;
    }

    private void checkOpen() {
        if (failure.isPresent()) {
            throw new AssayException(failure.get().code(), failure.get().getMessage(), failure.get());
        }
        if (!open) {
            throw new IllegalStateException("the snapshot " + id() + " takes nothing any more: it was finished or closed");
        }
    }
}
