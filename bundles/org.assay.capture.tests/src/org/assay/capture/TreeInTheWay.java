package org.assay.capture;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/** The real file system, for tests that step in between a question and its answer. */
class TreeInTheWay implements FileTree {

    private final FileTree real = new NioFileTree();

    @Override
    public Listing list(Path directory) throws IOException {
        return real.list(directory);
    }

    @Override
    public FileState state(Path path) throws IOException {
        return real.state(path);
    }

    @Override
    public String linkTarget(Path path) throws IOException {
        return real.linkTarget(path);
    }

    @Override
    public ReadableByteChannel open(Path path) throws IOException {
        return real.open(path);
    }

    @Override
    public String fileSystemType(Path path) throws IOException {
        return real.fileSystemType(path);
    }
}
