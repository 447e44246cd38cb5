package org.assay.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;

import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;
import org.assay.store.channel.CaseFiles;
import org.assay.store.channel.HeldFile;
import org.assay.store.schema.SchemaCheck;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;

/**
 * Gives a case's dead space back once it is more than half of the file, when the case is closed: all that is alive is written to a new
 * file, which takes the old one's place when the disk has it. The old file is not touched, so nothing can be lost; H2's own way, which
 * moves chunks within the file, damaged one.
 *
 * @param waiting who is told
 */
record Compaction(CasePath path, HeldFile file, CaseWait waiting) {

    /** Smaller ones cost no one anything. */
    private static final long MIN_FILE_BYTES = 4 << 20;
    private static final int MIN_LIVE_PERCENT = 50;
    /** What H2 removes before it opens a database, should a crash leave it. */
    private static final String NEW_SUFFIX = ".tempFile";

    /** Whether more than half of the file is dead, as H2 counts it: space that no chunk has, and pages in chunks that nothing needs. */
    boolean isDue(Connection connection) throws SQLException {
        if (file.size() < MIN_FILE_BYTES) {
            return false;
        }
        int live = Rows.list(connection, """
                select cast(setting_value as int) percent from information_schema.settings
                where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')""", row -> row.getInt("percent")).stream()
                .reduce(100, (one, two) -> one * two / 100);
        return live < MIN_LIVE_PERCENT;
    }

    /**
     * Compacts unless others read the file, or it has other names, which would go on naming the old one. Nothing else in this process may
     * use it. That nothing comes of it, say on a full disk, is no failure: all is stored.
     */
    void run() {
        long before = file.size();
        long began = System.nanoTime();
        try {
            if (replace()) {
                report("was made smaller: %,d of %,d bytes are left, after %.1f seconds".formatted(FilePath.get(file.name()).size(), before,
                        (System.nanoTime() - began) / 1e9));
            }
        } catch (IOException e) {
            report("is whole, but could not be made smaller: " + e.getMessage());
        }
    }

    /** As {@link #run}, and fails unless something came of it: what was removed is in the file no more. */
    void require() {
        try {
            if (!replace()) {
                throw new IOException("others read it, or it has other names");
            }
        } catch (IOException e) {
            throw path.failure("What was removed from the case %s is still among its bytes: %s. Do not hand it over.", e,
                    String.valueOf(e.getMessage()));
        }
    }

    private boolean replace() throws IOException {
        FilePath old = FilePath.get(file.name());
        FilePath made = FilePath.get(file.name() + NEW_SUFFIX);
        try {
            if (!isOnlyName(real(old)) || !file.lockReadersOut()) {
                return false;
            }
            file.writes().requireForced();
            copy(old, made);
            made.moveTo(old, true);
            force(old.getParent());
            return true;
        } catch (IOException | RuntimeException e) {
            // H2 has exceptions of its own for files, which nobody else can name
            remove(made);
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The file as the system knows it. */
    private static Path real(FilePath path) {
        return Path.of(path.unwrap().toString());
    }

    private static boolean isOnlyName(Path old) throws IOException {
        return !Files.getFileStore(old).supportsFileAttributeView("unix") || Files.getAttribute(old, "unix:nlink").equals(1);
    }

    private void copy(FilePath old, FilePath made) throws IOException {
        made.delete();
        Files.createFile(real(made), OwnerOnly.file());
        copyOwner(real(old), real(made));
        // not to be left to H2, which keeps it to itself when a force fails
        HeldFile target = CaseFiles.hold(made.toString(), false);
        try {
            SingleFileStore source = new SingleFileStore(new HashMap<>());
            source.open(CaseFiles.name(old.toString()), true, null);
            try (MVStore from = new MVStore.Builder().adoptFileStore(source).autoCommitDisabled().open();
                    MVStore to = new MVStore.Builder().fileName(CaseFiles.name(made.toString())).compress().autoCommitDisabled().open()) {
                // its notes name maps by numbers, and in the new file the maps have others
                if (SchemaCheck.hasPending(from)) {
                    throw new IOException("a change in it has not ended");
                }
                MVStoreTool.compact(from, to);
            }
            target.writes().force(true);
        } finally {
            CaseFiles.release(made.toString());
        }
    }

    /** Whoever could read and write the old file can read and write the new one. */
    private static void copyOwner(Path old, Path made) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        PosixFileAttributes there = Files.readAttributes(old, PosixFileAttributes.class);
        PosixFileAttributes own = view.readAttributes();
        if (!own.owner().equals(there.owner())) {
            view.setOwner(there.owner());
        }
        if (!own.group().equals(there.group())) {
            view.setGroup(there.group());
        }
        view.setPermissions(there.permissions());
    }

    /** Has the disk have the folder's names; Windows has no such call. */
    private static void force(FilePath folder) throws IOException {
        if (real(folder).getFileSystem().getSeparator().equals("\\")) {
            return;
        }
        try (FileChannel channel = folder.open("r")) {
            channel.force(true);
        }
    }

    private void remove(FilePath made) {
        try {
            Files.deleteIfExists(real(made));
        } catch (IOException e) {
            report("has a file %s beside it that is of no use: %s".formatted(made.getName(), e.getMessage()));
        }
    }

    private void report(String what) {
        waiting.notice().accept("the case " + Visible.text(path.file().toString()) + " " + Visible.text(what));
    }
}
