package org.assay.capture.file;

import java.io.IOException;

/** A folder that answers, or fails, within the time limit. */
record WatchedFolder(Folder folder, EvidenceCaller caller) implements Folder {

    @Override
    public FolderListing list() throws IOException {
        return caller.call(folder::list);
    }

    @Override
    public FileState state() throws IOException {
        return caller.call(folder::state);
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return caller.call(() -> folder.extended(state));
    }

    @Override
    public FileState state(String name) throws IOException {
        return caller.call(() -> folder.state(name));
    }

    @Override
    public Extended extended(String name, FileState state) throws IOException {
        return caller.call(() -> folder.extended(name, state));
    }

    @Override
    public String linkTarget(String name) throws IOException {
        return caller.call(() -> folder.linkTarget(name));
    }

    @Override
    public Folder folder(String name) throws IOException {
        return new WatchedFolder(caller.call(() -> folder.folder(name)), caller);
    }

    @Override
    public OpenFile file(String name) throws IOException {
        return new WatchedFile(caller.call(() -> folder.file(name)), caller);
    }

    @Override
    public OpenFile stream(String name) throws IOException {
        return new WatchedFile(caller.call(() -> folder.stream(name)), caller);
    }

    @Override
    public Folder above(FileState expected) throws IOException {
        return new WatchedFolder(caller.call(() -> folder.above(expected)), caller);
    }

    @Override
    public String fileSystemType(String name, FileState state) {
        try {
            return caller.call(() -> folder.fileSystemType(name, state));
        } catch (IOException e) {
            // It is read like any other directory, and what fails there becomes a gap of its own.
            return "";
        }
    }

    /** The other thread is watched by itself. */
    @Override
    public Folder share() {
        return folder.share();
    }

    @Override
    public void close() {
        caller.close(folder);
    }
}
