package org.assay.capture.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.assay.capture.file.CallStamp;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.OpenFile;
import org.assay.capture.file.ReplacedException;
import org.assay.model.item.FileKind;

/** An open file and its path, which alone can be asked what it is: an answer may be of another file that took its place. */
final class NioFile implements OpenFile {

    /** How long an open may take before it is looked what it waits for. */
    private static final long LOOK_MILLIS = 100;

    private final Path path;
    private final NioStates states;
    private final FileState opened;
    private final FileChannel channel;

    private NioFile(Path path, NioStates states, FileState opened, FileChannel channel) {
        this.path = path;
        this.states = states;
        this.opened = opened;
        this.channel = channel;
    }

    /**
     * Opens a file. Java cannot open without waiting, and a FIFO that takes the file's place waits for a writer, which may never come: so
     * another thread opens, and is left behind then.
     */
    static NioFile open(Path path, NioStates states) throws IOException {
        FileState before = states.state(path);
        if (before.kind() != FileKind.FILE) {
            throw new ReplacedException(path.toString());
        }
        CallStamp stamp = CallStamp.ofThisThread();
        CompletableFuture<FileChannel> opening = new CompletableFuture<>();
        Thread.startVirtualThread(() -> open(path, opening));
        while (true) {
            try {
                return new NioFile(path, states, before, opening.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (stamp.isLeftBehind() || !states.state(path).isSameFile(before)) {
                    opening.thenAccept(NioFile::closeLate);
                    throw new ReplacedException(path.toString());
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                opening.thenAccept(NioFile::closeLate);
                throw new IOException("interrupted", e);
            }
        }
    }

    private static void open(Path path, CompletableFuture<FileChannel> opening) {
        try {
            opening.complete(FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | RuntimeException e) {
            opening.completeExceptionally(e);
        }
    }

    private static void closeLate(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ReplacedException when another file is there now: what was or will be read may be of either */
    @Override
    public FileState state() throws IOException {
        FileState now = CallStamp.around(() -> states.state(path));
        if (!now.isSameFile(opened)) {
            throw new ReplacedException(path.toString());
        }
        return now;
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return CallStamp.around(() -> NioExtended.of(path));
    }

    /** {@link NioExtended} gives the content of streams at once. */
    @Override
    public OpenFile stream(String name) throws IOException {
        throw new IOException("the stream " + name + " cannot be opened by itself");
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return CallStamp.around(() -> channel.read(ByteBuffer.wrap(buffer)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
