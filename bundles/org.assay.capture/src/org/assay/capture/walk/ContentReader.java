package org.assay.capture.walk;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.assay.capture.file.OpenFile;
import org.assay.content.ContentFacts;
import org.assay.content.ContentProbe;
import org.assay.model.Progress;
import org.assay.model.item.DigestAlgorithm;

/** Reads one file after the other with one buffer, for one thread: each once, whatever is to be found out. */
final class ContentReader {

    private static final int BUFFER_BYTES = 128 << 10;

    private final Progress progress;
    private final BooleanSupplier stopped;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ContentProbe probe;

    ContentReader(ContentProbe probe, Progress progress, BooleanSupplier stopped) {
        this.probe = probe;
        this.progress = progress;
        this.stopped = stopped;
    }

    /**
     * What the content of {@code file} is, which is {@code size} bytes long; empty when it turns out longer or shorter.
     *
     * @param copy gets the content, too, when it has room for it
     * @param digests the digests that are made besides those of every content
     * @throws CancellationException when it is to stop
     */
    Optional<ContentFacts> read(OpenFile file, long size, byte[] copy, Set<DigestAlgorithm> digests) throws IOException {
        probe.reset(digests);
        long position = 0;
        for (int read = next(file); read >= 0; read = next(file)) {
            if (position + read > size) {
                return Optional.empty();
            }
            probe.update(buffer, 0, read);
            if (copy.length == size) {
                System.arraycopy(buffer, 0, copy, (int) position, read);
            }
            position += read;
            progress.advance(0, read);
            if (position == size && read < buffer.length) {
                // There was room for more, so the file ended here; who reads asks afterwards whether it has grown since.
                break;
            }
        }
        return position == size ? Optional.of(probe.end()) : Optional.empty();
    }

    /** What content is that is at hand. */
    ContentFacts read(byte[] content) {
        probe.reset(Set.of());
        probe.update(content, 0, content.length);
        progress.advance(0, content.length);
        return probe.end();
    }

    private int next(OpenFile file) throws IOException {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
        return file.read(buffer);
    }
}
