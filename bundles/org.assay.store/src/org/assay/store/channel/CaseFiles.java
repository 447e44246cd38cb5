package org.assay.store.channel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.h2.store.fs.FilePath;

/**
 * The file system through which H2 gets at cases: paths with {@code assay:} before them. A file that is held gives its one channel to
 * whoever opens it; everything else is left to the file system behind it.
 */
public final class CaseFiles extends FilePath {

    /** H2 looks file systems up by their scheme in a list of its own, for the whole process. */
    private static final CaseFiles ALL = registered();

    private static final String SCHEME = "assay";
    private static final String PREFIX = SCHEME + ":";

    private final Map<String, HeldFile> held;
    private final FilePath base;

    private CaseFiles(Map<String, HeldFile> held, FilePath base) {
        this.held = held;
        this.base = base;
        this.name = base == null ? PREFIX : PREFIX + base;
    }

    private static CaseFiles registered() {
        CaseFiles all = new CaseFiles(new HashMap<>(), null);
        FilePath.register(all);
        return all;
    }

    /** What H2 calls the file with this absolute path. */
    public static String name(String path) {
        return PREFIX + path;
    }

    /**
     * Holds the file at this absolute path, with whoever in this process holds it by now.
     *
     * @throws HeldFile.InUse when another process has it
     */
    public static HeldFile hold(String file, boolean readOnly) throws IOException {
        String path = FilePath.get(file).toString();
        synchronized (ALL.held) {
            HeldFile there = ALL.held.get(path);
            if (there != null && there.isLeft()) {
                throw new HeldFile.InUse(Optional.of("this process, which is closing it"));
            }
            if (there != null) {
                there.add();
                return there;
            }
            HeldFile opened = HeldFile.open(path, readOnly);
            ALL.held.put(path, opened);
            return opened;
        }
    }

    /** Keeps the others in this process from this file until it is closed; tells whether none of them uses it. */
    public static boolean leave(String file) {
        synchronized (ALL.held) {
            return ALL.held.get(FilePath.get(file).toString()).leave();
        }
    }

    /** Takes back one {@link #hold}. */
    public static void release(String file) throws IOException {
        String path = FilePath.get(file).toString();
        synchronized (ALL.held) {
            if (ALL.held.get(path).remove()) {
                ALL.held.remove(path);
            }
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String path = base.toString();
        synchronized (held) {
            HeldFile there = held.get(path);
            if (there == null) {
                return base.open(mode);
            }
            there.add();
            return new CaseChannel(there, () -> release(path));
        }
    }

    private CaseFiles of(FilePath other) {
        return new CaseFiles(held, other);
    }

    @Override
    public FilePath getPath(String path) {
        return of(FilePath.get(path.substring(PREFIX.length())));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePath unwrap() {
        return base;
    }

    @Override
    public FilePath getParent() {
        FilePath parent = base.getParent();
        return parent == null ? null : of(parent);
    }

    @Override
    public FilePath toRealPath() {
        return of(base.toRealPath());
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return base.newDirectoryStream().stream().<FilePath>map(this::of).toList();
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        base.moveTo(target.unwrap(), atomicReplace);
    }

    @Override
    public long size() {
        return base.size();
    }

    @Override
    public boolean createFile() {
        return base.createFile();
    }

    @Override
    public boolean exists() {
        return base.exists();
    }

    @Override
    public void delete() {
        base.delete();
    }

    @Override
    public boolean isDirectory() {
        return base.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return base.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return base.isAbsolute();
    }

    @Override
    public long lastModified() {
        return base.lastModified();
    }

    @Override
    public boolean canWrite() {
        return base.canWrite();
    }

    @Override
    public void createDirectory() {
        base.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return base.setReadOnly();
    }
}
