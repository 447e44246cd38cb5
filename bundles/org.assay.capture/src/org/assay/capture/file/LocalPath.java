package org.assay.capture.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/**
 * Paths of this machine as text that carries their bytes, see {@link ExactName}. Outside of what reads the file systems of this machine
 * nothing knows another form of a path.
 */
public final class LocalPath {

    private LocalPath() {
    }

    /**
     * The path that a user wrote.
     *
     * @throws AssayException {@code WRONG_USAGE} when it is none on this system
     */
    public static String written(String text) {
        try {
            return ExactName.of(Path.of(text));
        } catch (InvalidPathException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + text + "' is not a valid path on this system.", e);
        }
    }

    /** The path from the root. */
    public static String whole(String path) {
        return ExactName.of(ExactName.path(path).toAbsolutePath().normalize());
    }

    /** The path from the root as a form that outlives another locale, working directory or name of the home folder. */
    public static URI stored(String path) {
        return ExactName.uri(ExactName.path(path));
    }

    /**
     * What {@link #stored} gave.
     *
     * @throws RuntimeException when it is not a valid path on this system
     */
    public static String of(URI stored) {
        return ExactName.of(Path.of(stored));
    }

    /** Whether a folder has a folder of this name, as far as one may look. */
    public static boolean hasFolder(String path, String name) {
        return Files.isDirectory(ExactName.path(path).resolve(name));
    }

    /**
     * Where a folder really is that may be listed.
     *
     * @throws IOException when it is none
     */
    static String findFolder(String folder) throws IOException {
        Path real = ExactName.path(folder).toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(folder);
        }
        try (DirectoryStream<Path> listable = Files.newDirectoryStream(real)) {
            listable.iterator();
        }
        return ExactName.of(real);
    }

    /** Where a file really is: in a folder that is not reached by links, under its own name there. */
    static FoundFile findFile(String path) throws IOException {
        Path file = ExactName.path(path);
        Path found = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        if (found.getParent() == null) {
            throw new IOException("it is the root of a file system");
        }
        Path folder = found.getParent().toRealPath();
        return new FoundFile(ExactName.of(folder), folder.getFileName() == null ? "" : ExactName.of(folder.getFileName()),
                ExactName.of(found.getFileName()));
    }
}
