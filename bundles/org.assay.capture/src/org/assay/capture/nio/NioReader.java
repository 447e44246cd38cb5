package org.assay.capture.nio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.assay.capture.file.ExactName;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;

/**
 * A file system as {@code java.nio.file} shows it on any system.
 *
 * <p>It goes by whole paths, so what lies deeper than the system's longest path cannot be read, and it can neither ask an open file what it
 * is nor leave access times alone: whoever opens looks again afterwards.
 */
public final class NioReader implements FileSystemReader {

    @Override
    public String name() {
        return "nio";
    }

    @Override
    public Folder open(String root) throws IOException {
        Path folder = ExactName.path(root);
        return new NioFolder(folder, unix(folder) ? new NioUnixStates() : new NioBasicStates());
    }

    private static boolean unix(Path root) throws IOException {
        return root.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.readAttributes(root, "unix:mode", LinkOption.NOFOLLOW_LINKS).containsKey("mode");
    }

    @Override
    public boolean keepsAccessTimes() {
        return false;
    }
}
