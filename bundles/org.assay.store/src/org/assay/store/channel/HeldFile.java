package org.assay.store.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;

import org.assay.store.bytes.MalformedBytes;
import org.h2.store.fs.FilePath;

/**
 * A case's file, open and locked for this process as long as anyone in it uses it: one channel and one lock. A second channel would be
 * dangerous, for on Linux closing any channel of a file gives up all locks that the process has on it; and the file that was checked is
 * the file that H2 reads, even when another lies at its path by then.
 */
public final class HeldFile {

    private final String name;
    private final FileChannel channel;
    private final OrderedWrites writes;
    private final Optional<FrozenFile> frozen;
    private final Optional<Object> key;
    private volatile Optional<ReadBounds> bounds = Optional.empty();
    private int users = 1;
    private boolean left;
    private boolean checked;

    private HeldFile(String name, FileChannel channel, boolean readOnly) throws IOException {
        this.name = name;
        this.channel = channel;
        writes = new OrderedWrites(channel);
        frozen = readOnly ? Optional.of(FrozenFile.of(channel)) : Optional.empty();
        key = key(name);
    }

    /**
     * Opens and locks a file: to write, against all others who write; to read, as it is now, whoever writes to it then.
     *
     * @param name as H2 names it
     * @throws InUse when another process has it
     */
    static HeldFile open(String name, boolean readOnly) throws IOException {
        Optional<Object> atPath = key(name);
        // a thread's interrupt closes a channel: "retry:" opens it again and locks it again
        FileChannel channel = FilePath.get("retry:" + name).open(readOnly ? "r" : "rw");
        boolean opened = false;
        try {
            if ((readOnly ? CaseLock.READING : CaseLock.WRITING).tryTake(channel, readOnly).isEmpty()) {
                throw new InUse(LockHolder.of(Path.of(name)));
            }
            HeldFile file = new HeldFile(name, channel, readOnly);
            if (!file.key.equals(atPath)) {
                // whoever had the lock before put another file in its place
                throw new InUse(Optional.empty());
            }
            opened = true;
            return file;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** As {@link OrderedWrites#reserve}; fails where the file is open to be read. */
    public void reserve(long bytes) throws IOException {
        if (isReadOnly()) {
            throw new IOException("it is open only to be read");
        }
        writes.reserve(bytes);
    }

    /** Keeps those who read away until the file is closed; tells whether there was none. */
    public boolean lockReadersOut() throws IOException {
        return CaseLock.READING.tryTake(channel, false).isPresent();
    }

    /** What tells the file at the path from another one; empty where there is none, or where the system tells none. */
    private static Optional<Object> key(String name) throws IOException {
        try {
            return Optional.ofNullable(Files.readAttributes(Path.of(name), BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * Fails when another program removed or replaced the file, or made it shorter: what is written to it then is nowhere.
     *
     * @throws ChangedFile says what was done
     */
    public void requireInPlace() throws IOException {
        writes.requireNotCut();
        if (!key(name).equals(key)) {
            throw new ChangedFile("another program removed or replaced it");
        }
    }

    /** Another process has the file. */
    public static final class InUse extends IOException {

        private static final long serialVersionUID = 1L;

        InUse(Optional<String> holder) {
            super("in use by " + holder.orElse("another process"));
        }
    }

    /** As H2 names it where it is not held. */
    public String name() {
        return name;
    }

    /** The channel of all users; closing it closes it for none of them. */
    public FileChannel channel() {
        return channel;
    }

    /** How the file is written. */
    public OrderedWrites writes() {
        return writes;
    }

    /** Reads some bytes, as a {@link FileChannel} does. */
    int read(ByteBuffer target, long position) throws IOException {
        Optional<ReadBounds> bounded = bounds;
        if (bounded.isPresent()) {
            bounded.orElseThrow().check(target.remaining());
        }
        return frozen.isPresent() ? frozen.orElseThrow().read(target, position) : channel.read(target, position);
    }

    /** Whether it is open only to be read, as it was then. */
    public boolean isReadOnly() {
        return frozen.isPresent();
    }

    /** The file as it is now, to be written elsewhere. */
    @FunctionalInterface
    public interface Copy {
        void to(OutputStream out) throws IOException;
    }

    /** The file as it is now, or, where it is only read, as it was when it was opened. */
    public Copy copy() throws IOException {
        FrozenFile one = frozen.isPresent() ? frozen.orElseThrow() : FrozenFile.of(channel);
        return one::copy;
    }

    /** Where the file ends for H2, in bytes. */
    public long size() {
        return frozen.map(FrozenFile::size).orElseGet(writes::size);
    }

    /** Does {@code check} unless it went well before. */
    public synchronized void check(Runnable check) {
        if (!checked) {
            check.run();
            checked = true;
        }
    }

    /** Does {@code work}, which reads within bounds. */
    public synchronized <T> T bounded(Supplier<T> work) throws IOException {
        ReadBounds bound = new ReadBounds(channel.size());
        bounds = Optional.of(bound);
        try {
            T result = work.get();
            if (bound.isExceeded()) {
                throw new MalformedBytes("reading comes to no end");
            }
            return result;
        } finally {
            bounds = Optional.empty();
        }
    }

    /** One more user. */
    void add() {
        users++;
    }

    /** Lets nobody else in this process use the file any more; tells whether nobody else does now. */
    boolean leave() {
        left = left || users == 1;
        return left;
    }

    /** Whether the file is not to be used by anyone else before it is closed. */
    boolean isLeft() {
        return left;
    }

    /** One user less; after the last one the file is closed. Tells whether that was the last. */
    boolean remove() throws IOException {
        if (--users > 0) {
            return false;
        }
        try {
            writes.finish();
        } finally {
            channel.close();
        }
        return true;
    }
}
