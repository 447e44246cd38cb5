package org.assay.remedy.offline;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.assay.model.text.FileName;

/** Paths of exactly the bytes that names of locations carry, see {@link FileName}, whatever the locale. */
final class ExactPath {

    private ExactPath() {
    }

    /** The path that {@code text} spells, such as a link's target. */
    static Path of(String text) {
        if (File.separatorChar != '/') {
            return Path.of(text);
        }
        StringBuilder uri = new StringBuilder(text.startsWith("/") ? "file://" : "file:///");
        for (byte each : FileName.encode(text)) {
            uri.append(each == '/' ? "/" : "%" + HexFormat.of().toHexDigits(each));
        }
        Path whole = Path.of(URI.create(uri.toString()));
        return text.startsWith("/") ? whole : whole.subpath(0, whole.getNameCount());
    }

    /**
     * What is at {@code names} below {@code folder}.
     *
     * @throws StepLeftException when a name would lead elsewhere or cannot be on a disk
     */
    static Path below(Path folder, List<String> names) throws StepLeftException {
        if (names.isEmpty()) {
            throw new StepLeftException("it is the root of the tree");
        }
        try {
            Path path = folder;
            for (String name : names) {
                if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0
                        || name.indexOf(File.separatorChar) >= 0) {
                    throw new StepLeftException("a name in its path would lead elsewhere");
                }
                path = path.resolve(of(name));
            }
            return path;
        } catch (IllegalArgumentException e) {
            // Among them is what Path refuses.
            throw new StepLeftException("a name in its path cannot be on a disk of this system");
        }
    }

    /** Whether a folder between {@code folder} and the last name of {@code path} is a link or no folder. One that is missing is neither. */
    static boolean isDiverted(Path folder, Path path) {
        for (Path above = path.getParent(); !above.equals(folder); above = above.getParent()) {
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }
}
