package org.assay.capture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.OpenFile;

/** The real file system, but one path may not be read, whoever asks: modes do not stop the administrator. */
final class RefusingTree extends TreeInTheWay {

    private final Path refused;

    RefusingTree(FileSystemReader real, Path refused) throws IOException {
        super(real);
        this.refused = refused.toRealPath();
    }

    private void check(Path path) throws IOException {
        if (path.equals(refused)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    @Override
    public FolderListing list(Folder folder, Path path) throws IOException {
        check(path);
        return super.list(folder, path);
    }

    @Override
    public OpenFile file(Folder folder, Path path, String name) throws IOException {
        check(path.resolve(name));
        return super.file(folder, path, name);
    }
}
