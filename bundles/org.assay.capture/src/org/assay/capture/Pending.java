package org.assay.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.assay.model.Location;

/** What the walk met, in its order, on the way to the sink. */
sealed interface Pending {

    /** Something that needs no reading. */
    record Ready(Captured captured) implements Pending {
    }

    /** The walk is over. */
    record End() implements Pending {
    }

    /** The walk cannot go on. */
    record Failed(Throwable cause) implements Pending {
    }

    /** A file that a thread reads, or will. */
    final class File implements Pending {

        final Location location;
        final Path path;
        final FileState listed;
        final boolean kept;
        final CompletableFuture<Captured> result = new CompletableFuture<>();
        /** Whether its reader waits for the system to open it, for ever where a FIFO took the file's place. */
        volatile boolean opening;

        File(Location location, Path path, FileState listed, boolean kept) {
            this.location = location;
            this.path = path;
            this.listed = listed;
            this.kept = kept;
        }

        /** Whether another file is now where this one was listed. */
        boolean isReplaced(FileTree tree) {
            try {
                return !tree.state(path).isSameFile(listed);
            } catch (IOException e) {
                return false;
            }
        }

        /** This file as it was listed, with the gap that says that its place was taken. */
        Captured replaced() {
            return Captured.of(listed.item(location), Gaps.changed(location, "another file took its place before it was read"));
        }
    }
}
