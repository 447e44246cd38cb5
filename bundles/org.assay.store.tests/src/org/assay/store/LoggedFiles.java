package org.assay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2's that keeps what is written to files and done to their names, path {@code logged:} and that of the file.
 * H2 makes its objects itself.
 */
public final class LoggedFiles extends FilePathWrapper {

    public static final String SCHEME = "logged";

    private static final List<DiskEvent> LOG = new ArrayList<>();
    private static final AtomicBoolean FORCES_FAIL = new AtomicBoolean();
    private static final AtomicBoolean WRITES_FAIL = new AtomicBoolean();

    /** Begins with an empty log. */
    public static void begin() {
        register(new LoggedFiles());
        synchronized (LOG) {
            LOG.clear();
        }
        FORCES_FAIL.set(false);
    }

    /** Whether the disk fails from now on when it is told to have something. */
    public static void failForces(boolean fail) {
        FORCES_FAIL.set(fail);
    }

    /** Whether the disk takes nothing from now on. */
    public static void failWrites(boolean fail) {
        WRITES_FAIL.set(fail);
    }

    static void add(DiskEvent event) {
        synchronized (LOG) {
            LOG.add(event);
        }
    }

    public static List<DiskEvent> log() {
        synchronized (LOG) {
            return List.copyOf(LOG);
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Logged(getBase().toString(), super.open(mode));
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        super.moveTo(target, atomicReplace);
        add(new DiskEvent.Rename(getBase().toString(), target.unwrap().toString()));
    }

    @Override
    public void delete() {
        boolean there = exists();
        super.delete();
        if (there) {
            add(new DiskEvent.Delete(getBase().toString()));
        }
    }

    /** A channel that is logged. */
    private static final class Logged extends FileBaseDefault {

        private final String name;
        private final FileChannel file;

        Logged(String name, FileChannel file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.get(source.position(), bytes);
            if (WRITES_FAIL.get()) {
                throw new IOException("the disk failed");
            }
            int written = file.write(source, position);
            if (written != bytes.length) {
                throw new IOException("written in part");
            }
            add(new DiskEvent.Write(name, position, bytes));
            return written;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (FORCES_FAIL.get()) {
                throw new IOException("the disk failed");
            }
            add(new DiskEvent.Force(name));
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            add(new DiskEvent.Truncate(name, size));
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
