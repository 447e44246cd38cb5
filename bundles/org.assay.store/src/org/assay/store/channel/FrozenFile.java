package org.assay.store.channel;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * A case's file as it was at one moment, while another process goes on writing to it. That one only adds to the file's end and writes its
 * header anew (see {@link CaseLock#READING}), so all that is to be kept of the moment is the header and where the end was.
 */
final class FrozenFile {

    private static final int HEADER_BYTES = 2 * 4096;

    private static final int COPY_BYTES = 1 << 16;

    private final FileChannel channel;
    private final byte[] header;
    private final long end;

    private FrozenFile(FileChannel channel, byte[] header, long end) {
        this.channel = channel;
        this.header = header;
        this.end = end;
    }

    /** The file as it is now. A header that is read twice alike was not being written. */
    static FrozenFile of(FileChannel channel) throws IOException {
        while (true) {
            byte[] header = header(channel);
            long end = channel.size();
            if (Arrays.equals(header, header(channel))) {
                return new FrozenFile(channel, header, end);
            }
        }
    }

    private static byte[] header(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        while (header.hasRemaining() && channel.read(header, header.position()) >= 0) {
            Thread.onSpinWait();
        }
        return Arrays.copyOf(header.array(), header.position());
    }

    long size() {
        return end;
    }

    /** Writes all of it. */
    void copy(OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
        long position = 0;
        while (position < end) {
            int length = read(buffer.clear(), position);
            if (length < 0) {
                throw new EOFException("another program made it shorter");
            }
            out.write(buffer.array(), 0, length);
            position += length;
        }
    }

    /** Reads some bytes, as a {@link FileChannel} does. */
    int read(ByteBuffer target, long position) throws IOException {
        if (position >= end) {
            return -1;
        }
        int length = (int) Math.min(target.remaining(), end - position);
        if (position < header.length) {
            int held = Math.min(length, header.length - (int) position);
            target.put(header, (int) position, held);
            return held;
        }
        int limit = target.limit();
        try {
            return channel.read(target.limit(target.position() + length), position);
        } finally {
            target.limit(limit);
        }
    }
}
