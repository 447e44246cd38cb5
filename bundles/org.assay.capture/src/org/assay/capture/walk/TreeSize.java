package org.assay.capture.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;

/**
 * Counts ahead of a capture, on a thread of its own, how much a tree holds, so that somebody who watches sees how long it will take. A
 * guess: what cannot be listed is left out, and so is what is mounted below the tree (a pseudo file system can claim any size).
 */
public final class TreeSize implements TreeWalk.Visitor {

    private final Progress progress;
    private final Silence silence = new Silence();
    private Optional<Thread> counting = Optional.empty();
    private long items;
    private long bytes;

    private TreeSize(Progress progress) {
        this.progress = progress;
    }

    /** Counts what {@code root} holds, if somebody watches {@code progress}, until {@link #stop}; asks for the root then and closes it. */
    public static TreeSize countAhead(Supplier<Folder> root, Progress progress) {
        TreeSize size = new TreeSize(progress);
        if (progress.isWatched()) {
            size.counting = Optional.of(Thread.ofPlatform().daemon().name("assay-size").start(() -> size.count(root.get())));
        }
        return size;
    }

    public void stop() {
        counting.ifPresent(Thread::interrupt);
    }

    private void count(Folder root) {
        try (root) {
            // Opened once more: who lists an open directory moves on in it.
            new TreeWalk(this, true).run(root.folder("."), Location.file(""));
            progress.expect(items, bytes);
        } catch (IOException | InterruptedException e) {
            // The capture meets the same trouble and reports it; without the count there is only no time left to show.
            items = 0;
        }
    }

    @Override
    public boolean takes(Location location) {
        return true;
    }

    @Override
    public Captured look(Location location, FileState state, Optional<Folder> folder) {
        return Captured.of(state.item(location));
    }

    @Override
    public void directory(Captured captured) {
        items++;
    }

    @Override
    public void others(Location directory, FileState state, Folder folder, List<ChildName> names) {
        for (ChildName name : names) {
            items++;
            try {
                FileState file = folder.state(name.component());
                bytes += file.kind() == FileKind.FILE ? file.sizeBytes() : 0;
            } catch (IOException e) {
                items--;
            }
        }
    }

    @Override
    public void gap(Gap gap) {
        // The capture meets it, too, and reports it.
    }

    @Override
    public Silence silence() {
        return silence;
    }
}
