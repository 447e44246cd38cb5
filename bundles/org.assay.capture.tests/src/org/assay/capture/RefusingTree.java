package org.assay.capture;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The real file system, but one path may not be read, whoever asks: modes do not stop the administrator. */
final class RefusingTree extends TreeInTheWay {

    private final Path refused;

    RefusingTree(Path refused) throws IOException {
        this.refused = refused.toRealPath();
    }

    private void check(Path path) throws IOException {
        if (path.equals(refused)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    @Override
    public Listing list(Path directory) throws IOException {
        check(directory);
        return super.list(directory);
    }

    @Override
    public String linkTarget(Path path) throws IOException {
        check(path);
        return super.linkTarget(path);
    }

    @Override
    public ReadableByteChannel open(Path path) throws IOException {
        check(path);
        return super.open(path);
    }
}
