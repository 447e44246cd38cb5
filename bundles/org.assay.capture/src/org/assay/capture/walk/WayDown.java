package org.assay.capture.walk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.Location;

/**
 * The directories from a tree's root down to where a walk is, of which each but the root can be reached from the one below it. Only the
 * root and the lowest stay open, however many there are.
 */
final class WayDown {

    /** How many are open at the same time, beside the root. */
    private static final int OPEN_LEVELS = 64;

    /** A directory that is being walked, and the names in it that are still to come. */
    static final class Level {

        final Location location;
        final FileState state;
        final Iterator<ChildName> names;
        private Optional<Folder> folder;

        Level(Location location, FileState state, Folder folder, Iterator<ChildName> names) {
            this.location = location;
            this.state = state;
            this.folder = Optional.of(folder);
            this.names = names;
        }

        /** @throws java.util.NoSuchElementException while it is closed because too many below it are open */
        Folder folder() {
            return folder.orElseThrow();
        }

        /** It counts as closed before it is: closing can take long, too. */
        void close() throws IOException {
            Optional<Folder> open = folder;
            folder = Optional.empty();
            if (open.isPresent()) {
                open.get().close();
            }
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<FileState.Identity> entered = new HashSet<>();

    /** The directory that the walk is in; empty before the root and when all is walked. */
    Optional<Level> lowest() {
        return Optional.ofNullable(levels.peek());
    }

    int depth() {
        return levels.size();
    }

    /** Whether {@code state} is one of these directories. */
    boolean leadsThrough(FileState state) {
        return state.identity().filter(entered::contains).isPresent();
    }

    void enter(Level level) {
        level.state.identity().ifPresent(entered::add);
        levels.push(level);
    }

    /** Leaves the lowest, and does not close it. */
    Level leave() {
        Level left = levels.pop();
        left.state.identity().ifPresent(entered::remove);
        return left;
    }

    /** Whether the lowest was closed, so that it is to be opened by {@link #reopen} before the walk goes on in it. */
    boolean isClosed() {
        return lowest().filter(level -> level.folder.isEmpty()).isPresent();
    }

    /**
     * Opens the lowest again.
     *
     * @param below the directory that was left last, still open
     * @throws IOException when the way back up is lost: somebody moved the directory, or the system failed
     */
    void reopen(Level below) throws IOException {
        Level lowest = levels.element();
        lowest.folder = Optional.of(below.folder().above(lowest.state));
    }

    /** Makes room for one more that is open. */
    void closeOneFarAbove() throws IOException {
        if (levels.size() > OPEN_LEVELS + 1) {
            Iterator<Level> upwards = levels.iterator();
            for (int below = 0; below < OPEN_LEVELS; below++) {
                upwards.next();
            }
            upwards.next().close();
        }
    }

    void close() throws IOException {
        for (Level level : levels) {
            level.close();
        }
    }
}
