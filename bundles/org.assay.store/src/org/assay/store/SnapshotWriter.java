package org.assay.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.Bytes;
import org.assay.model.Coverage;
import org.assay.model.Gap;
import org.assay.model.Item;
import org.assay.model.ItemSink;
import org.assay.model.Remark;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.Source;

/**
 * Writes a new snapshot. What it is given is stored in blocks as it comes, so a capture that is killed leaves a running snapshot with what
 * was stored until then; its state is written last, by {@link #finish}. Memory is bounded. For one thread at a time.
 *
 * <p>Every method fails with {@code CASE_FILE} when the file cannot be written; what was stored before is kept.
 */
public final class SnapshotWriter implements ItemSink, AutoCloseable {

    /** So many gaps, or remarks. */
    private static final int WAITING_GAPS = 1000;
    private static final long WAITING_CONTENT_BYTES = 4L << 20;

    private final Connections connections;
    private final long id;
    private final BlockBuilder builder = new BlockBuilder();
    private final MessageDigest digest = Sha256.start();
    private final Set<Bytes> keptContents = new HashSet<>();
    private final List<Gap> waitingGaps = new ArrayList<>();
    private final List<Remark> waitingRemarks = new ArrayList<>();
    private final List<ContentTable.Kept> waitingContents = new ArrayList<>();
    private long waitingContentBytes;
    private long items;
    private long storedGaps;
    private long storedRemarks;
    private boolean open = true;
    private Optional<AssayException> failure = Optional.empty();

    SnapshotWriter(Connections connections, long id) {
        this.connections = connections;
        this.id = id;
    }

    /** The snapshot's number in the case. */
    public long id() {
        return id;
    }

    /**
     * Stores an item.
     *
     * @throws IllegalArgumentException when its location is of another space than its kind, or its digest is no SHA-256
     */
    @Override
    public void item(Item item) {
        checkOpen();
        builder.add(item);
        items++;
        if (builder.hasBlocks()) {
            store(Optional.empty());
        }
    }

    /** Stores a gap; a detail that is longer than 65,536 UTF-16 units is cut. */
    @Override
    public void gap(Gap gap) {
        checkOpen();
        waitingGaps.add(gap);
        if (waitingGaps.size() >= WAITING_GAPS) {
            store(Optional.empty());
        }
    }

    /** Stores a remark; a text that is longer than 65,536 UTF-16 units is cut. */
    @Override
    public void remark(Remark remark) {
        checkOpen();
        waitingRemarks.add(remark);
        if (waitingRemarks.size() >= WAITING_GAPS) {
            store(Optional.empty());
        }
    }

    /** Adds to the snapshot's sources. */
    @Override
    public void source(Source source) {
        checkOpen();
        connections.write(connection -> SnapshotTable.addSource(connection, id, source));
    }

    /**
     * Keeps a file's content, once per digest.
     *
     * @throws IllegalArgumentException when {@code sha256} is not the content's SHA-256
     */
    @Override
    public void content(Bytes sha256, byte[] content) {
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
            store(Optional.empty());
        }
    }

    /**
     * Stores what still waits, and with it, in one transaction, how the capture ended. When this returns the disk has it. No item can
     * follow.
     *
     * @param state how it ended; not {@link SnapshotState#RUNNING}
     * @param hashedBytes how many bytes of file content were hashed, 0 or more
     * @return the snapshot as it is now
     */
    public Snapshot finish(SnapshotState state, long hashedBytes) {
        checkOpen();
        if (state == SnapshotState.RUNNING) {
            throw new IllegalArgumentException("a snapshot does not end in the state RUNNING");
        }
        builder.end();
        store(Optional.of(new End(state, hashedBytes)));
        open = false;
        return connections.read(connection -> SnapshotTable.one(connection, id)).orElseThrow();
    }

    /** Without {@link #finish} before it, the snapshot stays {@code RUNNING} for ever, with what was stored. */
    @Override
    public void close() {
        open = false;
    }

    private record End(SnapshotState state, long hashedBytes) {
    }

    /** Stores what waits. After a failure nothing can follow: what was lost would be missing between what came before and after. */
    private void store(Optional<End> end) {
        List<BlockTable.Full> blocks = builder.take();
        for (BlockTable.Full full : blocks) {
            digest.update(full.block().checksum().toArray());
        }
        try {
            if (end.isPresent()) {
                connections.writeDurably(connection -> insert(connection, blocks) + finish(connection, end.get()));
            } else {
                connections.write(connection -> insert(connection, blocks));
            }
        } catch (AssayException e) {
            failure = Optional.of(e);
            throw e;
        }
        storedGaps += waitingGaps.size();
        waitingGaps.clear();
        storedRemarks += waitingRemarks.size();
        waitingRemarks.clear();
        waitingContents.clear();
        waitingContentBytes = 0;
    }

    private int insert(Connection connection, List<BlockTable.Full> blocks) throws SQLException {
        return ContentTable.insert(connection, waitingContents) + BlockTable.insert(connection, id, blocks)
                + GapTable.insert(connection, id, storedGaps, waitingGaps)
                + RemarkTable.insert(connection, id, storedRemarks, waitingRemarks);
    }

    private int finish(Connection connection, End end) throws SQLException {
        Coverage coverage = new Coverage(items, end.hashedBytes, storedGaps + waitingGaps.size());
        return SnapshotTable.finish(connection, id, end.state, coverage, Bytes.copyOf(digest.digest()));
    }

    private void checkOpen() {
        if (failure.isPresent()) {
            throw new AssayException(failure.get().code(), failure.get().getMessage(), failure.get());
        }
        if (!open) {
            throw new IllegalStateException("the snapshot " + id + " takes nothing any more: it was finished or closed");
        }
    }
}
