package org.assay.capture.file;

import java.io.IOException;

/** A file system reader that answers, or fails, within the time limit. What it opens and gives to another thread is not watched there. */
public final class WatchedReader implements FileSystemReader {

    private final FileSystemReader files;
    private final EvidenceCaller caller;

    public WatchedReader(FileSystemReader files, EvidenceCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public Folder open(String root) throws IOException {
        return new WatchedFolder(caller.call(() -> files.open(root)), caller);
    }

    @Override
    public String findFolder(String folder) throws IOException {
        return caller.call(() -> files.findFolder(folder));
    }

    @Override
    public FoundFile findFile(String file) throws IOException {
        return caller.call(() -> files.findFile(file));
    }

    @Override
    public boolean keepsAccessTimes() {
        return files.keepsAccessTimes();
    }
}
