package org.assay.capture.walk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.capture.file.FileState;
import org.assay.content.ContentFacts;

/** Remembers the content of files with several names until each name came by, so that it is read once. */
final class HardLinks {

    /** How many are remembered; of a file whose other names lie elsewhere the content would be kept for ever. */
    private static final int MAX_FILE_COUNT = 50_000;

    private record Known(FileState state, ContentFacts content, long namesToCome) {
    }

    private final Map<FileState.Identity, Known> known = new ConcurrentHashMap<>();

    /** The content of the file whose state is {@code state}, if another name of it was read and nothing changed since. */
    Optional<ContentFacts> content(FileState state) {
        if (links(state) < 2) {
            return Optional.empty();
        }
        Optional<Known> found = state.identity().map(known::get).filter(one -> one.state.isUntouched(state));
        found.ifPresent(one -> known.computeIfPresent(state.identity().orElseThrow(),
                (_, now) -> now.namesToCome > 1 ? new Known(now.state, now.content, now.namesToCome - 1) : null));
        return found.map(Known::content);
    }

    void remember(FileState state, ContentFacts content) {
        if (links(state) > 1 && known.size() < MAX_FILE_COUNT) {
            state.identity().ifPresent(identity -> known.put(identity, new Known(state, content, links(state) - 1)));
        }
    }

    private static long links(FileState state) {
        return state.inode().map(inode -> inode.links()).orElse(1L);
    }
}
