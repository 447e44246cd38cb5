package org.assay.app.capture;

import java.util.Optional;
import java.util.function.Supplier;

import org.assay.model.AssayException;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.ForwardingSink;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.store.SnapshotWriter;

/** A snapshot that begins in the case with the first thing that was read, so that evidence which cannot be opened leaves none behind. */
public final class DeferredSnapshot extends ForwardingSink implements AutoCloseable {

    private final Supplier<SnapshotWriter> begin;
    private Optional<SnapshotWriter> begun = Optional.empty();
    private long hashedBytes;

    public DeferredSnapshot(Supplier<SnapshotWriter> begin) {
        this.begin = begin;
    }

    @Override
    protected ItemSink next() {
        return writer();
    }

    @Override
    public void item(Item item) {
        super.item(item);
        hashedBytes += item instanceof FileItem file && file.sha256().isPresent() ? file.sizeBytes() : 0;
    }

    public Snapshot finish(SnapshotState state, Reading reading) {
        return writer().finish(state, reading);
    }

    /**
     * Ends what was begun as failed because of {@code failure}; where not even that can be written, it stays running.
     *
     * @return what has become of it, as a sentence; empty where nothing was begun
     */
    public Optional<String> fail(Throwable failure) {
        return begun.map(writer -> {
            try {
                Snapshot failed = writer.fail(new Reading(Readers.NONE, false, hashedBytes, 0, 0));
                return "Snapshot %d is %s, with the %,d items that were stored before; it can be resumed.".formatted(failed.id(),
                        failed.state(), failed.coverage().items());
            } catch (AssayException worse) {
                failure.addSuppressed(worse);
                return ("Snapshot %d could not even be marked as failed: as far as the case has it, "
                        + "it is still called %s and can be resumed.").formatted(writer.id(), SnapshotState.RUNNING);
            }
        });
    }

    @Override
    public void close() {
        begun.ifPresent(SnapshotWriter::close);
    }

    private SnapshotWriter writer() {
        if (begun.isEmpty()) {
            begun = Optional.of(begin.get());
        }
        return begun.get();
    }
}
