package org.assay.capture.file;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.content.ContentFacts;
import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.text.Bytes;

/**
 * What the file system says of one file at one moment.
 *
 * @param times all four, where the system tells them
 * @param mode permission bits with set-user-id, set-group-id and sticky, 0 to 07777; empty where the system has none
 * @param inode empty where the system does not tell; two directories with different devices lie on different mounts
 * @param mountPoint whether the system says that something is mounted here
 */
public record FileState(FileKind kind, long sizeBytes, FileTimes times, Optional<Integer> mode, Optional<String> owner,
        Optional<String> group, Optional<Inode> inode, Set<FileFlag> flags, boolean mountPoint) {

    /** Tells files apart. */
    public record Identity(long device, long number) {
    }

    public FileItem item(Location location) {
        return item(location, Extended.NONE, Optional.empty());
    }

    /** The item without its content. */
    public FileItem item(Location location, Extended extended, Optional<String> target) {
        return item(location, extended, Optional.empty(), target, details(extended));
    }

    /** The item with what its content is. */
    public FileItem item(Location location, Extended extended, ContentFacts content) {
        return item(location, extended, Optional.of(content.sha256()), Optional.empty(), content.in(details(extended)));
    }

    private FileDetails details(Extended extended) {
        return FileDetails.of(inode, extended.with(flags), extended.attributes(), Map.of(), Optional.empty(), Optional.empty());
    }

    private FileItem item(Location location, Extended extended, Optional<Bytes> sha256, Optional<String> target, FileDetails details) {
        FileTimes all = extended.created().isEmpty() ? times
                : new FileTimes(times.modified(), times.statusChanged(), times.accessed(), extended.created());
        return new FileItem(location, kind, sizeBytes, all, mode, owner, group, sha256, target, details);
    }

    /** What tells it from every other file; empty where the system does not say. */
    public Optional<Identity> identity() {
        return inode.map(own -> new Identity(own.device(), own.number()));
    }

    /** Whether {@code other} is the same file of the same kind, changed or not. */
    public boolean isSameFile(FileState other) {
        if (kind != other.kind) {
            return false;
        }
        if (inode.isEmpty() || other.inode.isEmpty()) {
            return times.created().equals(other.times.created());
        }
        return inode.get().number() == other.inode.get().number() && inode.get().device() == other.inode.get().device();
    }

    /** Whether both lie on one file system. */
    public boolean isOnDeviceOf(FileState other) {
        return inode.isEmpty() || other.inode.isEmpty() || inode.get().device() == other.inode.get().device();
    }

    /**
     * Whether {@code other} is the same file and, by size and times, nobody wrote to it between the two. No program can set back
     * the time at which the system last changed the file's status.
     */
    public boolean isUntouched(FileState other) {
        return isSameFile(other) && sizeBytes == other.sizeBytes && times.modified().equals(other.times.modified())
                && times.statusChanged().equals(other.times.statusChanged());
    }

    /** Whether this is the file that was once stored as {@code item} with its digest, and by size and times nobody wrote to it since. */
    public boolean isUnchangedSince(FileItem item) {
        return item.sha256().isPresent() && item.kind() == kind && item.sizeBytes() == sizeBytes && inode.isPresent()
                && item.times().modified().equals(times.modified()) && times.statusChanged().isPresent()
                && item.times().statusChanged().equals(times.statusChanged())
                && item.details().inode().filter(one -> one.device() == inode.get().device() && one.number() == inode.get().number())
                        .isPresent();
    }
}
