package org.assay.content.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file, wherever it lies, that is read at any place. Not for several threads. */
public interface SqliteSource {

    /** Its length in bytes. */
    long size() throws IOException;

    /**
     * Fills {@code target} from {@code position} on.
     *
     * @throws EOFException when the file ends before
     */
    void read(long position, byte[] target) throws IOException;

    /** A file that is held in memory. */
    static SqliteSource of(byte[] file) {
        return new SqliteSource() {

            @Override
            public long size() {
                return file.length;
            }

            @Override
            public void read(long position, byte[] target) throws IOException {
                if (position < 0 || position > file.length - target.length) {
                    throw new EOFException("it ends after " + file.length + " bytes");
                }
                System.arraycopy(file, (int) position, target, 0, target.length);
            }
        };
    }

    /** A file that its caller opened, and closes after the last read. */
    static SqliteSource of(SeekableByteChannel channel) {
        return new SqliteSource() {

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public void read(long position, byte[] target) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(target);
                channel.position(position);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer) < 0) {
                        throw new EOFException("it ends after " + (position + buffer.position()) + " bytes");
                    }
                }
            }
        };
    }
}
