package org.assay.model.item;

import java.time.Instant;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;
import org.assay.model.text.Space;

/**
 * A file, directory, link or special file as it was captured.
 *
 * @param location where it is; its space is {@link Space#STREAM} for a {@link FileKind#STREAM}, else {@link Space#FILE}
 * @param kind what it is; links are recorded as links and never followed
 * @param sizeBytes its size, 0 or more; for directories and special files what the system reports
 * @param times when it was changed, read and made
 * @param mode the POSIX permission bits with set-user-id, set-group-id and sticky (0 to 07777); empty where the system has none
 * @param owner the owner's name, or its number as text where it has no name; empty where the system has none
 * @param group the group's name or number, as {@code owner}
 * @param sha256 the content's SHA-256 (FIPS 180-4), 32 bytes; only for kinds that {@link FileKind#hasContent},
 *        empty when it could not be read whole
 * @param target where a link points, its exact bytes as {@link FileName} says; only for {@link FileKind#LINK}
 * @param details what not every source tells
 */
public record FileItem(Location location, FileKind kind, long sizeBytes, FileTimes times, Optional<Integer> mode, Optional<String> owner,
        Optional<String> group, Optional<Bytes> sha256, Optional<String> target, FileDetails details) implements Item {

    /** When its content last changed. */
    public Instant modified() {
        return times.modified();
    }

    /** Whether its source tells this of it. */
    public boolean reports(Untold what) {
        return !details.untold().contains(what);
    }

    /** The same file with other details. */
    public FileItem with(FileDetails other) {
        return new FileItem(location, kind, sizeBytes, times, mode, owner, group, sha256, target, other);
    }
}
