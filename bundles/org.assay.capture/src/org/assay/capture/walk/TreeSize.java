package org.assay.capture.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.FileKind;
import org.assay.model.Gap;
import org.assay.model.Location;
import org.assay.model.Progress;

/**
 * Counts ahead of a capture, on a thread of its own, how much a tree holds, so that somebody who watches sees how long it will take. A
 * guess: what cannot be listed is left out, and so is what is mounted below the tree (a pseudo file system can claim any size).
 */
public final class TreeSize implements TreeWalk.Visitor {

    private final Progress progress;
    private Optional<Thread> counting = Optional.empty();
    private long items;
    private long bytes;

    private TreeSize(Progress progress) {
        this.progress = progress;
    }

    /** Counts what {@code tree} holds, if somebody watches {@code progress}, until {@link #stop}. */
    public static TreeSize countAhead(EvidenceTree tree, Progress progress) {
        TreeSize size = new TreeSize(progress);
        if (progress.isWatched()) {
            size.counting = Optional.of(Thread.ofPlatform().daemon().name("assay-size").start(() -> size.count(tree)));
        }
        return size;
    }

    public void stop() {
        counting.ifPresent(Thread::interrupt);
    }

    private void count(EvidenceTree tree) {
        try {
            new TreeWalk(this, true).run(tree.open(), Location.file(""));
            progress.expect(items, bytes);
        } catch (IOException | InterruptedException e) {
            // The capture meets the same trouble and reports it; without the count there is only no time left to show.
            items = 0;
        }
    }

    @Override
    public void directory(Location location, FileState state, Optional<Folder> folder) {
        items++;
    }

    @Override
    public void others(Location directory, Folder folder, List<ChildName> names) {
        for (ChildName name : names) {
            items++;
            try {
                FileState state = folder.state(name.component());
                bytes += state.kind() == FileKind.FILE ? state.sizeBytes() : 0;
            } catch (IOException e) {
                items--;
            }
        }
    }

    @Override
    public void gap(Gap gap) {
        // The capture meets it, too, and reports it.
    }
}
