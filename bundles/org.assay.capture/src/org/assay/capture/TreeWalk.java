package org.assay.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

import org.assay.model.FileItem;
import org.assay.model.Gap;
import org.assay.model.Location;

/**
 * Visits everything in a directory tree in {@link Location#ORDER}, a directory before what it holds, without following links and without
 * recursion: an attacker decides how deep the tree is.
 */
final class TreeWalk {

    /** Who is told what the walk meets; may block, and be interrupted then. */
    interface Visitor {

        /** Anything but a regular file. */
        void item(FileItem item) throws InterruptedException;

        /** A regular file, whose content is still to be read. */
        void file(Location location, Path path, FileState listed) throws InterruptedException;

        void gap(Gap gap) throws InterruptedException;
    }

    /** A directory that is being walked, and the names in it that are still to come. */
    private record Level(Location location, Path path, FileState state, Iterator<ChildName> names) {
    }

    private final FileTree tree;
    private final Visitor visitor;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<Object> entered = new HashSet<>();

    TreeWalk(FileTree tree, Visitor visitor) {
        this.tree = tree;
        this.visitor = visitor;
    }

    /** Walks from the directory {@code path}, which gets {@code location}. Ends early when the thread is interrupted. */
    void run(Path path, Location location) throws InterruptedException {
        try {
            FileState state = tree.state(path);
            visitor.item(state.item(location));
            enter(path, location, state);
        } catch (IOException e) {
            visitor.gap(Gaps.failed(location, "read its attributes", e));
        }
        while (!levels.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Level level = levels.peek();
            if (level.names().hasNext()) {
                visit(level, level.names().next());
            } else {
                levels.pop();
                entered.remove(level.state().identity());
            }
        }
    }

    private void visit(Level level, ChildName name) throws InterruptedException {
        Location location = level.location().child(name.component());
        Path path = level.path().resolve(name.path());
        FileState state;
        try {
            state = tree.state(path);
        } catch (IOException e) {
            visitor.gap(Gaps.failed(location, "read its attributes", e));
            return;
        }
        switch (state.kind()) {
            case FILE -> visitor.file(location, path, state);
            case LINK -> link(location, path, state);
            case DIRECTORY -> directory(level, location, path, state);
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER -> visitor.item(state.item(location));
        }
    }

    private void link(Location location, Path path, FileState state) throws InterruptedException {
        try {
            visitor.item(state.item(location, Optional.empty(), Optional.of(tree.linkTarget(path))));
        } catch (IOException e) {
            visitor.item(state.item(location));
            visitor.gap(Gaps.failed(location, "read where the link points", e));
        }
    }

    private void directory(Level level, Location location, Path path, FileState state) throws InterruptedException {
        visitor.item(state.item(location));
        Optional<String> pseudo = state.device() == level.state().device() ? Optional.empty() : pseudoFileSystem(path);
        if (pseudo.isPresent()) {
            visitor.gap(Gaps.unsupported(location, "pseudo file system " + pseudo.get() + " not entered"));
        } else if (entered.contains(state.identity())) {
            visitor.gap(Gaps.unsupported(location, "not entered: it is one of the directories above it again"));
        } else {
            enter(path, location, state);
        }
    }

    private Optional<String> pseudoFileSystem(Path mountPoint) {
        try {
            return Optional.of(tree.fileSystemType(mountPoint)).filter(PseudoFileSystems::contains);
        } catch (IOException e) {
            // A mount that the table does not list is read like any other directory, and what fails there becomes a gap of its own.
            return Optional.empty();
        }
    }

    private void enter(Path path, Location location, FileState listed) throws InterruptedException {
        Listing listing;
        try {
            listing = tree.list(path);
            if (!tree.state(path).isSameFile(listed)) {
                visitor.gap(Gaps.changed(location, "another file took its place while it was opened; not entered"));
                return;
            }
        } catch (IOException e) {
            visitor.gap(Gaps.failed(location, "list the directory", e));
            return;
        }
        if (listing.failure().isPresent()) {
            visitor.gap(Gaps.failed(location, "list all of the directory", listing.failure().get()));
        }
        entered.add(listed.identity());
        levels.push(new Level(location, path, listed, listing.names().iterator()));
    }
}
