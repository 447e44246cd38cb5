package org.assay.store.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;

/** What H2 has of a held file: reads and writes go to the one channel, the lock is there already, and closing gives up this use of it. */
public final class CaseChannel extends FileBaseDefault {

    private final HeldFile file;
    private final Closing closing;

    /** What is done at the end. */
    @FunctionalInterface
    interface Closing {
        void close() throws IOException;
    }

    CaseChannel(HeldFile file, Closing closing) {
        this.file = file;
        this.closing = closing;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return file.writes().write(source, position);
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.writes().force(metaData);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.writes().truncate(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return new Held(this, position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        closing.close();
    }

    /** The lock is the held file's, and goes with it. */
    private static final class Held extends FileLock {

        Held(FileChannel channel, long position, long size, boolean shared) {
            super(channel, position, size, shared);
        }

        @Override
        public boolean isValid() {
            return acquiredBy().isOpen();
        }

        @Override
        public void release() {
            // given up when the channel is closed
        }
    }
}
