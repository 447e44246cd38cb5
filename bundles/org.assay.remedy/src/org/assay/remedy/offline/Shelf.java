package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/**
 * The quarantine folder: it takes what is moved, by tree and path, keeps hives as they were, and has the log.
 *
 * @param folder where it really is
 */
record Shelf(Path folder) {

    /**
     * The folder, which is made on {@code apply} if the one above it is there.
     *
     * @throws AssayException when it is something else, or cannot be used
     */
    static Shelf at(Path named, boolean apply) {
        try {
            if (Files.isDirectory(named)) {
                return new Shelf(named.toRealPath());
            }
            Path place = named.toAbsolutePath().normalize();
            if (place.getParent() == null || Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw wrong(named, "is something else than a folder, or the root folder", null);
            }
            Path above = place.getParent().toRealPath();
            Path folder = above.resolve(place.getFileName());
            if (apply) {
                Files.createDirectory(folder, OwnerOnly.folder());
            }
            return new Shelf(folder);
        } catch (IOException e) {
            throw wrong(named, "cannot be made: the folder above it must be there and let you write", e);
        }
    }

    private static AssayException wrong(Path named, String why, Exception cause) {
        return new AssayException(ErrorCode.WRONG_USAGE, "The quarantine folder " + Visible.text(named.toString()) + " " + why
                + ". Name another one.", cause);
    }

    /** Where what lies at {@code names} of a tree is kept. */
    Path stored(String tree, List<String> names) throws StepLeftException {
        return checked(ExactPath.below(folder.resolve(tree), names));
    }

    /** Where what was put back, and taken away again, is kept. */
    Path undone(String tree, List<String> names) throws StepLeftException {
        return checked(ExactPath.below(folder.resolve("undone").resolve(tree), names));
    }

    boolean holds(Path path) {
        return path.startsWith(folder);
    }

    private Path checked(Path path) throws StepLeftException {
        if (ExactPath.isDiverted(folder, path)) {
            throw new StepLeftException("a folder in the quarantine is a link or no folder");
        }
        return path;
    }

    static void makeFolderAbove(Path path) throws StepLeftException {
        try {
            Files.createDirectories(path.getParent(), OwnerOnly.folder());
        } catch (IOException e) {
            throw new StepLeftException("its folder in the quarantine could not be made");
        }
    }
}
