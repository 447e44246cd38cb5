package org.assay.store.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * Writes a case file such that the disk never has a later write without the earlier ones that it stands on, whatever it does with writes
 * between two forces. H2 itself forces only where a caller asks for it.
 *
 * <ul>
 * <li>A chunk of H2's is found again by its last 128 bytes, which name its first ones; nothing tells whether the bytes between are there.
 * So its last sector is written when the disk has the others.
 * <li>What was freed is written over only when the disk has the state that does not need it any more.
 * <li>The header's two copies, which H2 writes as one, name a chunk. The first is written when the disk has that chunk, the second when it
 * has the first: one of them is whole at any time.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class OrderedWrites {

    /** What a disk writes as a whole. */
    private static final int SECTOR_BYTES = 512;
    /** One copy of the header. */
    private static final int HEADER_BYTES = 4096;
    private static final int RESERVED_AT_ONCE_BYTES = 1 << 16;

    private final FileChannel channel;
    /** Where the file ends for H2. */
    private long end;
    /** Where it ends on the disk: behind what is reserved. */
    private long reservedEnd;
    private boolean unforced;
    private Optional<IOException> broken = Optional.empty();

    OrderedWrites(FileChannel channel) throws IOException {
        this.channel = channel;
        end = channel.size();
        reservedEnd = end;
    }

    /** What H2 has written, without what is reserved. */
    synchronized long size() {
        return end;
    }

    /**
     * Writes all of {@code source}, which is a chunk or the header with both of its copies. Fails for good once it has failed: H2 keeps
     * that to itself while it closes a file, and goes on with what names what was to be written.
     */
    synchronized int write(ByteBuffer source, long position) throws IOException {
        requireUnbroken();
        requireNotCut();
        int length = source.remaining();
        try {
            if (position < end) {
                settle();
            }
            int first = position == 0 ? Math.min(HEADER_BYTES, length) : length - Math.min(SECTOR_BYTES, length);
            writeFully(source, position, first);
            settle();
            writeFully(source, position + first, length - first);
        } catch (IOException e) {
            broken = Optional.of(e);
            throw e;
        }
        end = Math.max(end, position + length);
        return length;
    }

    /**
     * Makes sure that so many bytes can be written behind what is there: with zeros, since a file that is only made longer takes no space
     * on the disk. What of it is not needed is given back by {@link #finish}, or by H2 after a crash.
     */
    public synchronized void reserve(long bytes) throws IOException {
        requireUnbroken();
        requireNotCut();
        ByteBuffer zeros = ByteBuffer.allocate(RESERVED_AT_ONCE_BYTES);
        while (reservedEnd < end + bytes) {
            writeFully(zeros.clear(), reservedEnd, zeros.remaining());
        }
    }

    synchronized void truncate(long size) throws IOException {
        settle();
        unforced = true;
        channel.truncate(size);
        end = size;
        reservedEnd = size;
    }

    /**
     * Fails for good once it has failed: what the system could not bring to the disk it may drop, and then call the next force a success.
     * Nothing that is written afterwards could be relied on.
     */
    public synchronized void force(boolean metaData) throws IOException {
        requireUnbroken();
        try {
            channel.force(metaData);
        } catch (IOException e) {
            broken = Optional.of(e);
            throw e;
        }
        unforced = false;
    }

    /** Fails unless the disk has all that was written; H2 keeps it to itself when a force fails that nobody waits for. */
    public synchronized void requireForced() throws IOException {
        requireUnbroken();
        settle();
    }

    private void requireUnbroken() throws IOException {
        if (broken.isPresent()) {
            throw new IOException(broken.orElseThrow().getMessage(), broken.orElseThrow());
        }
    }

    /** Gives back what is reserved. */
    synchronized void finish() throws IOException {
        if (reservedEnd > end) {
            channel.truncate(end);
            reservedEnd = end;
        }
    }

    /**
     * Fails when another program has made the file shorter.
     *
     * @throws ChangedFile says how much
     */
    synchronized void requireNotCut() throws IOException {
        long there = channel.size();
        if (there < reservedEnd) {
            throw new ChangedFile("another program cut it off at %d of %d bytes".formatted(there, reservedEnd));
        }
    }

    private void settle() throws IOException {
        if (unforced) {
            force(false);
        }
    }

    /** A write that ends in the middle, on a full disk, has made the file longer all the same. */
    private void writeFully(ByteBuffer source, long position, int length) throws IOException {
        ByteBuffer part = source.slice(source.position(), length);
        while (part.hasRemaining()) {
            unforced = true;
            channel.write(part, position + part.position());
            reservedEnd = Math.max(reservedEnd, position + part.position());
        }
        source.position(source.position() + length);
    }
}
