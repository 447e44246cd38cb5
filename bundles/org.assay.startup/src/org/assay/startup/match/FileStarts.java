package org.assay.startup.match;

import java.util.List;
import java.util.Optional;

/**
 * What stands inside a file and starts.
 *
 * @param starts in the file's order; none, and no problem, when the file itself is what starts
 * @param problem why not all of the file could be understood, as a phrase; empty when it could
 */
public record FileStarts(List<FileStart> starts, Optional<String> problem) {

    public FileStarts {
        starts = List.copyOf(starts);
    }

    public static FileStarts of(List<FileStart> starts) {
        return new FileStarts(starts, Optional.empty());
    }

    public static FileStarts of(FileStart... starts) {
        return of(List.of(starts));
    }

    /** Nothing, because the file could not be understood. */
    public static FileStarts unread(String problem) {
        return new FileStarts(List.of(), Optional.of(problem));
    }
}
