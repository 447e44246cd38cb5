package org.assay.capture;

import java.util.Optional;

import org.assay.model.Bytes;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.FileTimes;
import org.assay.model.Location;

/**
 * What the file system says of one file at one moment.
 *
 * @param times all four, where the system tells them
 * @param mode permission bits with set-user-id, set-group-id and sticky, 0 to 07777
 * @param device the file system it lives on; two directories with different numbers lie on different mounts
 * @param identity equal for two states exactly when they are of the same file (device and inode)
 */
record FileState(FileKind kind, long sizeBytes, FileTimes times, int mode, String owner, String group, long device,
        Object identity) {

    FileItem item(Location location, Optional<Bytes> sha256, Optional<String> target) {
        return new FileItem(location, kind, sizeBytes, times, Optional.of(mode), Optional.of(owner), Optional.of(group), sha256, target);
    }

    FileItem item(Location location) {
        return item(location, Optional.empty(), Optional.empty());
    }

    /** Whether {@code other} is the same file of the same kind, changed or not. */
    boolean isSameFile(FileState other) {
        return kind == other.kind && identity.equals(other.identity);
    }

    /**
     * Whether {@code other} is the same file and, by size and times, nobody wrote to it between the two. No program can set back
     * the time at which the system last changed the file's status.
     */
    boolean isUntouched(FileState other) {
        return isSameFile(other) && sizeBytes == other.sizeBytes && times.modified().equals(other.times.modified())
                && times.statusChanged().equals(other.times.statusChanged());
    }
}
