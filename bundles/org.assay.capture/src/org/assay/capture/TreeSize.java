package org.assay.capture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.assay.model.Progress;

/**
 * Counts ahead of a capture, on a thread of its own, how much a tree holds, so that somebody who watches sees how long it will take. A
 * guess: what cannot be listed is left out, and so is what is mounted below the tree (a pseudo file system can claim any size).
 */
final class TreeSize extends SimpleFileVisitor<Path> {

    private final Progress progress;
    private volatile boolean stopped;
    private Object device = "";
    private long items;
    private long bytes;

    private TreeSize(Progress progress) {
        this.progress = progress;
    }

    /** Counts what {@code root} holds, if somebody watches {@code progress}, until {@link #stop}. */
    static TreeSize countAhead(Path root, Progress progress) {
        TreeSize size = new TreeSize(progress);
        if (progress.isWatched()) {
            Thread.ofPlatform().daemon().name("assay-size").start(() -> size.count(root));
        }
        return size;
    }

    void stop() {
        stopped = true;
    }

    private void count(Path root) {
        try {
            device = device(root);
            Files.walkFileTree(root, this);
            if (!stopped) {
                progress.expect(items, bytes);
            }
        } catch (IOException e) {
            // The capture meets the same trouble and reports it; without the count there is only no time left to show.
            stopped = true;
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        items++;
        return stopped ? FileVisitResult.TERMINATE
                : device(folder).equals(device) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        items++;
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    private static Object device(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(folder, "unix:dev", LinkOption.NOFOLLOW_LINKS) : "";
    }
}
