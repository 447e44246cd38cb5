package org.assay.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.assay.model.Bytes;
import org.assay.model.Progress;

/** Reads and hashes one file after the other with one buffer, for one thread. */
final class ContentReader {

    private static final int BUFFER_BYTES = 128 << 10;

    private final FileTree tree;
    private final Progress progress;
    private final BooleanSupplier stopped;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final MessageDigest digest = sha256();

    ContentReader(FileTree tree, Progress progress, BooleanSupplier stopped) {
        this.tree = tree;
        this.progress = progress;
        this.stopped = stopped;
    }

    /**
     * The file with its digest, if from before it was opened until after its last byte it was one file that nobody wrote to, else with a
     * gap.
     *
     * @throws CancellationException when it is to stop
     */
    Captured read(Pending.File file) {
        FileState before = file.listed;
        try {
            before = tree.state(file.path);
            if (!before.isSameFile(file.listed)) {
                return file.replaced();
            }
            try (ReadableByteChannel channel = open(file)) {
                return hash(file, before, channel);
            }
        } catch (IOException e) {
            return file.isReplaced(tree) ? file.replaced()
                    : Captured.of(before.item(file.location), Gaps.failed(file.location, "read it", e));
        }
    }

    private ReadableByteChannel open(Pending.File file) throws IOException {
        file.opening = true;
        try {
            return tree.open(file.path);
        } finally {
            file.opening = false;
        }
    }

    private Captured hash(Pending.File file, FileState before, ReadableByteChannel channel) throws IOException {
        long size = before.sizeBytes();
        Optional<byte[]> content = file.kept && size <= Capture.KEPT_BYTES ? Optional.of(new byte[(int) size]) : Optional.empty();
        digest.reset();
        long position = 0;
        for (int read = next(channel); read >= 0 && position + read <= size; read = next(channel)) {
            digest.update(buffer.array(), 0, read);
            if (content.isPresent()) {
                System.arraycopy(buffer.array(), 0, content.get(), (int) position, read);
            }
            position += read;
            progress.advance(0, read);
        }
        if (position != size || !tree.state(file.path).isUntouched(before)) {
            return Captured.of(before.item(file.location), Gaps.changed(file.location, "it changed while it was read"));
        }
        Bytes sha256 = Bytes.copyOf(digest.digest());
        return new Captured(Optional.of(before.item(file.location, Optional.of(sha256), Optional.empty())), List.of(), content);
    }

    private int next(ReadableByteChannel channel) throws IOException {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
        buffer.clear();
        return channel.read(buffer);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
