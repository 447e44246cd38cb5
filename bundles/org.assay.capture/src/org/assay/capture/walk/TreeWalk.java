package org.assay.capture.walk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.Gaps;
import org.assay.model.FileKind;
import org.assay.model.Gap;
import org.assay.model.Location;

/**
 * Visits everything in a directory tree in {@link Location#ORDER}, a directory before what it holds, without following links and without
 * recursion: an attacker decides how deep the tree is.
 */
public final class TreeWalk {

    /** Who is told what the walk meets; may block, and be interrupted then. */
    interface Visitor {

        /** A directory. When it is entered, {@code folder} is it, open for the length of this call. */
        void directory(Location location, FileState state, Optional<Folder> folder) throws InterruptedException;

        /** Names in {@code folder} that follow each other and are no directories; it is open for the length of this call. */
        void others(Location directory, Folder folder, List<ChildName> names) throws InterruptedException;

        void gap(Gap gap) throws InterruptedException;
    }

    /** How deep it goes. Locations hold all names above them, so what waits on the way down grows with the square of the depth. */
    static final int DEEPEST = 4096;

    /** How many names are handed on at once. */
    static final int MOST_OTHERS = 64;

    /** How many of the directories that are being walked are open at the same time, beside the root. */
    private static final int OPEN_LEVELS = 64;

    /** A directory that is being walked, and the names in it that are still to come. */
    private static final class Level {

        final Location location;
        final FileState state;
        final Iterator<ChildName> names;
        /** Empty while it is closed because too many below it are open. */
        Optional<Folder> folder;

        Level(Location location, FileState state, Folder folder, Iterator<ChildName> names) {
            this.location = location;
            this.state = state;
            this.folder = Optional.of(folder);
            this.names = names;
        }

        void close() throws IOException {
            if (folder.isPresent()) {
                folder.get().close();
                folder = Optional.empty();
            }
        }
    }

    private final Visitor visitor;
    private final boolean oneFileSystem;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<FileState.Identity> entered = new HashSet<>();

    TreeWalk(Visitor visitor, boolean oneFileSystem) {
        this.visitor = visitor;
        this.oneFileSystem = oneFileSystem;
    }

    /** Walks from the directory {@code root}, which gets {@code location}, and closes it. Ends early when the thread is interrupted. */
    void run(Folder root, Location location) throws InterruptedException, IOException {
        try {
            start(root, location);
            while (!levels.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Level level = levels.peek();
                if (level.names.hasNext()) {
                    visit(level);
                } else {
                    leave(level);
                }
            }
        } finally {
            for (Level level : levels) {
                level.close();
            }
        }
    }

    private void start(Folder root, Location location) throws InterruptedException, IOException {
        boolean walked = false;
        try {
            FileState state = root.state();
            visitor.directory(location, state, Optional.of(root));
            walked = enter(root, location, state);
        } catch (IOException e) {
            visitor.gap(Gaps.failed(location, "read its attributes", e));
        } finally {
            if (!walked) {
                root.close();
            }
        }
    }

    /** Hands on names until there is a directory, which is entered, or none is left. */
    private void visit(Level level) throws InterruptedException, IOException {
        List<ChildName> others = new ArrayList<>();
        while (level.names.hasNext() && others.size() < MOST_OTHERS) {
            ChildName name = level.names.next();
            Optional<FileState> directory = Optional.empty();
            if (name.kind().isEmpty() || name.kind().get() == FileKind.DIRECTORY) {
                try {
                    directory = Optional.of(level.folder.orElseThrow().state(name.component()))
                            .filter(state -> state.kind() == FileKind.DIRECTORY);
                } catch (IOException e) {
                    hand(level, others);
                    others.clear();
                    visitor.gap(Gaps.failed(level.location.child(name.component()), "read its attributes", e));
                    continue;
                }
            }
            if (directory.isPresent()) {
                hand(level, others);
                directory(level, name.component(), directory.get());
                return;
            }
            others.add(name);
        }
        hand(level, others);
    }

    private void hand(Level level, List<ChildName> others) throws InterruptedException {
        if (!others.isEmpty()) {
            visitor.others(level.location, level.folder.orElseThrow(), List.copyOf(others));
        }
    }

    private void directory(Level level, String name, FileState state) throws InterruptedException, IOException {
        Location location = level.location.child(name);
        Optional<String> reason = reasonNotToEnter(level, name, state);
        if (reason.isPresent()) {
            notEntered(location, state, Gaps.unsupported(location, reason.get()));
            return;
        }
        Folder folder;
        try {
            folder = level.folder.orElseThrow().folder(name);
        } catch (IOException e) {
            notEntered(location, state, Gaps.failed(location, "list the directory", e));
            return;
        }
        boolean walked = false;
        try {
            if (folder.state().isSameFile(state)) {
                visitor.directory(location, state, Optional.of(folder));
                walked = enter(folder, location, state);
            } else {
                notEntered(location, state, Gaps.changed(location, "another file took its place while it was opened; not entered"));
            }
        } catch (IOException e) {
            notEntered(location, state, Gaps.failed(location, "list the directory", e));
        } finally {
            if (!walked) {
                folder.close();
            }
        }
    }

    private void notEntered(Location location, FileState state, Gap gap) throws InterruptedException {
        visitor.directory(location, state, Optional.empty());
        visitor.gap(gap);
    }

    /** Looks before the directory is opened: opening one can mount something there. */
    private Optional<String> reasonNotToEnter(Level level, String name, FileState state) {
        if (levels.size() >= DEEPEST) {
            return Optional.of("not entered: it lies deeper than " + DEEPEST + " directories");
        }
        if (!state.isOnDeviceOf(level.state) || state.mountPoint()) {
            String type = level.folder.orElseThrow().fileSystemType(name, state);
            if (PseudoFileSystems.contains(type)) {
                return Optional.of("pseudo file system " + type + " not entered");
            }
            if (oneFileSystem) {
                return Optional.of("not entered: another file system is mounted there");
            }
        }
        return state.identity().filter(entered::contains).map(_ -> "not entered: it is one of the directories above it again");
    }

    /** Whether it is walked now; its folder is closed at the end of it then. */
    private boolean enter(Folder folder, Location location, FileState state) throws InterruptedException, IOException {
        FolderListing listing;
        try {
            listing = folder.list();
        } catch (IOException e) {
            visitor.gap(Gaps.failed(location, "list the directory", e));
            return false;
        }
        if (listing.failure().isPresent()) {
            visitor.gap(Gaps.failed(location, "list all of the directory", listing.failure().get()));
        }
        state.identity().ifPresent(entered::add);
        levels.push(new Level(location, state, folder, listing.names().iterator()));
        closeOneFarAbove();
        return true;
    }

    /** Of a deep tree only the lowest directories and the root stay open. */
    private void closeOneFarAbove() throws IOException {
        if (levels.size() > OPEN_LEVELS + 1) {
            Iterator<Level> upwards = levels.iterator();
            for (int below = 0; below < OPEN_LEVELS; below++) {
                upwards.next();
            }
            upwards.next().close();
        }
    }

    private void leave(Level level) throws InterruptedException, IOException {
        levels.pop();
        level.state.identity().ifPresent(entered::remove);
        Level above = levels.peek();
        if (above != null && above.folder.isEmpty()) {
            try {
                above.folder = Optional.of(level.folder.orElseThrow().above(above.state));
            } catch (IOException e) {
                giveUpClosed(e);
            }
        }
        level.close();
    }

    /** The way back up is lost: somebody moved the directory, or the system failed. The root is always open. */
    private void giveUpClosed(IOException failure) throws InterruptedException {
        while (levels.peek().folder.isEmpty()) {
            Level lost = levels.pop();
            lost.state.identity().ifPresent(entered::remove);
            if (lost.names.hasNext()) {
                visitor.gap(Gaps.failed(lost.location, "come back to it and read the rest of it", failure));
            }
        }
    }
}
