package org.assay.capture.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.Gaps;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.file.ReplacedException;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Inode;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.ItemSink;

/**
 * The root of a tree, held open from the beginning of the capture to its end: what is read is what was there when it began, whatever is
 * mounted or unmounted there meanwhile.
 */
public final class TreeRoot implements AutoCloseable {

    private final EvidenceTree tree;
    private final Folder folder;
    private final FileState state;
    private final EarlierItems earlier;

    private TreeRoot(EvidenceTree tree, Folder folder, EarlierItems earlier) throws IOException {
        this.tree = tree;
        this.folder = folder;
        this.state = folder.state();
        this.earlier = onThisDevice(earlier);
    }

    /**
     * Opens it.
     *
     * @param earlier what was captured from there before
     * @throws AssayException when it cannot be opened, or is another directory than the one that was captured before: most likely what was
     *         mounted there is not any more
     */
    public static TreeRoot open(EvidenceTree tree, EarlierItems earlier) {
        try {
            Folder folder = tree.open();
            try {
                return new TreeRoot(tree, folder, earlier);
            } catch (IOException | AssayException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(tree.name(), e);
        }
    }

    /** The folder {@code folder}, as people call it, cannot be listed. */
    public static AssayException unreadable(String folder, IOException why) {
        return new AssayException(ErrorCode.SOURCE, "The folder " + folder + " cannot be read: "
                + Gaps.reason(why) + ". Name an existing folder that this user may list.", why);
    }

    public EvidenceTree tree() {
        return tree;
    }

    public Location location() {
        return tree.location();
    }

    /** The root once more, to be closed by itself. */
    public Folder folder() {
        return folder.share();
    }

    /** Whether its file system takes names that differ in case only for one. */
    public boolean ignoresCase() {
        try {
            return CaselessFileSystems.contains(folder.fileSystemType("", folder.state()));
        } catch (IOException e) {
            // The walk tells of a root that cannot be asked what it is.
            return false;
        }
    }

    /**
     * What need not be read again of this tree. A file system that was mounted again may have another device number; its files have the
     * same numbers and times as before.
     */
    public EarlierItems earlier() {
        return earlier;
    }

    /** Which digests the tree's packages want of their files. */
    public PackageDigests packages() {
        return PackageDigests.in(folder);
    }

    private EarlierItems onThisDevice(EarlierItems known) {
        Optional<Inode> before = known.root(location()).flatMap(root -> root.details().inode());
        if (before.isEmpty() || state.inode().isEmpty()) {
            return known;
        }
        if (before.get().number() != state.inode().get().number()) {
            throw new AssayException(ErrorCode.SOURCE, "At " + tree.name() + " is another folder than the one that was captured there"
                    + " before, perhaps because nothing is mounted there now. Mount the same evidence there and resume again, or capture"
                    + " anew.");
        }
        long from = before.get().device();
        long to = state.inode().get().device();
        return from == to ? known : place -> known.at(place).map(file -> moved(file, from, to));
    }

    private static FileItem moved(FileItem file, long from, long to) {
        FileDetails details = file.details();
        if (details.inode().isEmpty() || details.inode().get().device() != from) {
            return file;
        }
        Inode inode = details.inode().get();
        Inode there = new Inode(to, inode.number(), inode.links(), inode.allocatedBytes(), inode.uid(), inode.gid());
        return file.with(details.withInode(there));
    }

    /**
     * Asks for the names in the root once more: a file system that was pulled out, or whose driver or server has died, does not tell them.
     *
     * @throws AssayException when the tree vanished; {@code sink} gets a gap then, too
     */
    public void requireStillThere(ItemSink sink) {
        try {
            if (!folder.state().isSameFile(state)) {
                throw new ReplacedException(".");
            }
            try (Folder again = folder.folder(".")) {
                again.list();
            }
        } catch (NoAnswerException e) {
            // It may answer elsewhere: what was read of it and of other trees is as good as ever.
            sink.gap(Gaps.failed(location(), "look at the tree again", e));
        } catch (IOException e) {
            sink.gap(Gaps.failed(location(), "read all of the tree", e));
            throw new AssayException(ErrorCode.SOURCE, "The tree at " + tree.name() + " vanished while it was captured: "
                    + Gaps.reason(e) + ". What was read before is kept. Attach or mount it again, then resume the capture.", e);
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
