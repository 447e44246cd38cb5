package org.assay.store.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/**
 * A file for what memory should not hold, beside the case: what is in a case stays where the case is. It is made with the first bytes that
 * are added, its owner alone can read it, and the system takes it away with whoever has it open, a killed process too: on Unix it loses its
 * name at once. It is closed when nobody knows it any more, as every channel of Java's is.
 */
public final class SpilledBytes {

    private static final Set<StandardOpenOption> OPEN = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
            StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);

    private final Path folder;
    private Optional<FileChannel> channel = Optional.empty();
    private long end;

    /** @param folder where the file is made; where nothing can be made there, the system's folder for such files serves */
    public SpilledBytes(Path folder) {
        this.folder = Files.isWritable(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** What was added at once. */
    public record Piece(long start, int length) {
    }

    /** Appends {@code bytes}. */
    public synchronized Piece add(byte[] bytes) {
        Piece piece = new Piece(end, bytes.length);
        uninterrupted(file -> {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left, piece.start() + left.position());
            }
        });
        end += bytes.length;
        return piece;
    }

    /** The bytes of a piece. */
    public synchronized byte[] read(Piece piece) {
        ByteBuffer bytes = ByteBuffer.allocate(piece.length());
        uninterrupted(file -> {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, piece.start() + bytes.position()) < 0) {
                    throw new IOException("it ends before what was written to it");
                }
            }
        });
        return bytes.array();
    }

    @FunctionalInterface
    private interface Work {
        void on(FileChannel file) throws IOException;
    }

    /** An interrupt would close the channel, and the file would be lost; it waits until the work is done. */
    private void uninterrupted(Work work) {
        boolean interrupted = Thread.interrupted();
        try {
            if (channel.isEmpty()) {
                channel = Optional.of(FileChannel.open(folder.resolve(".assay-" + UUID.randomUUID() + ".part"), OPEN, OwnerOnly.file()));
            }
            work.on(channel.get());
        } catch (IOException e) {
            throw new AssayException(ErrorCode.CASE_FILE, ("What is compared is more than memory holds, and a file for the rest in the"
                    + " folder %s failed: %s. Check the free space and your rights there, then compare again.")
                    .formatted(Visible.text(folder.toString()), Visible.text(String.valueOf(e.getMessage()))), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
