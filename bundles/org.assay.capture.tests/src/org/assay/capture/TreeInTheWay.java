package org.assay.capture;

import java.io.IOException;
import java.nio.file.Path;

import org.assay.capture.file.ExactName;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.OpenFile;

/**
 * A real file system, for tests that step in between a question and its answer. They are told the directory's path, and its real folder.
 */
public class TreeInTheWay implements FileSystemReader {

    private final FileSystemReader real;

    public TreeInTheWay(FileSystemReader real) {
        this.real = real;
    }

    public FolderListing list(Folder folder, Path path) throws IOException {
        return folder.list();
    }

    public FileState state(Folder folder, Path path) throws IOException {
        return folder.state();
    }

    public FileState state(Folder folder, Path path, String name) throws IOException {
        return folder.state(name);
    }

    public String linkTarget(Folder folder, Path path, String name) throws IOException {
        return folder.linkTarget(name);
    }

    public Folder folder(Folder folder, Path path, String name) throws IOException {
        return folder.folder(name);
    }

    public OpenFile file(Folder folder, Path path, String name) throws IOException {
        return folder.file(name);
    }

    public Folder above(Folder folder, Path path, FileState expected) throws IOException {
        return folder.above(expected);
    }

    public String fileSystemType(Folder folder, Path path, String name, FileState state) {
        return folder.fileSystemType(name, state);
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Folder open(String root) throws IOException {
        return new Between(real.open(root), ExactName.path(root));
    }

    @Override
    public boolean keepsAccessTimes() {
        return real.keepsAccessTimes();
    }

    private final class Between implements Folder {

        private final Folder folder;
        private final Path path;

        Between(Folder folder, Path path) {
            this.folder = folder;
            this.path = path;
        }

        @Override
        public FolderListing list() throws IOException {
            return TreeInTheWay.this.list(folder, path);
        }

        @Override
        public FileState state() throws IOException {
            return TreeInTheWay.this.state(folder, path);
        }

        @Override
        public Extended extended(FileState state) throws IOException {
            return folder.extended(state);
        }

        @Override
        public FileState state(String name) throws IOException {
            return TreeInTheWay.this.state(folder, path, name);
        }

        @Override
        public Extended extended(String name, FileState state) throws IOException {
            return folder.extended(name, state);
        }

        @Override
        public String linkTarget(String name) throws IOException {
            return TreeInTheWay.this.linkTarget(folder, path, name);
        }

        @Override
        public Folder folder(String name) throws IOException {
            return new Between(TreeInTheWay.this.folder(folder, path, name), path.resolve(name));
        }

        @Override
        public OpenFile file(String name) throws IOException {
            return TreeInTheWay.this.file(folder, path, name);
        }

        @Override
        public OpenFile stream(String name) throws IOException {
            return folder.stream(name);
        }

        @Override
        public Folder above(FileState expected) throws IOException {
            return new Between(TreeInTheWay.this.above(folder, path, expected), path.getParent());
        }

        @Override
        public String fileSystemType(String name, FileState state) {
            return TreeInTheWay.this.fileSystemType(folder, path, name, state);
        }

        @Override
        public Folder share() {
            return new Between(folder.share(), path);
        }

        @Override
        public void close() throws IOException {
            folder.close();
        }
    }
}
