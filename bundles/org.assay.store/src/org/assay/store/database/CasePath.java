package org.assay.store.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/**
 * Where a case lies.
 *
 * @param file as the user names it, absolute, suffix included
 */
public record CasePath(Path file) {

    private static final String SUFFIX = ".mv.db";

    /** The longest ending of a file beside a case: what was last written is noted in one that is made with this name first. */
    private static final String LONGEST_ENDING = ".anchor.new";
    /** How many bytes a name may have on the file systems in use. */
    private static final int MAX_NAME_BYTES = 255;

    private static final Set<String> NO_NAMES = Set.of("", ".", "..", SUFFIX);

    /** The case that {@code path} means, with or without the suffix; nothing is touched. */
    public static CasePath of(Path path) {
        Path name = path.getFileName();
        if (name == null || NO_NAMES.contains(name.toString())) {
            throw new AssayException(ErrorCode.CASE_FILE, "\"%s\" names no case. Give the path of a file, for example mycase%s."
                    .formatted(Visible.text(path.toString()), SUFFIX));
        }
        Path absolute = path.toAbsolutePath();
        return new CasePath(name.toString().endsWith(SUFFIX) ? absolute : absolute.resolveSibling(name + SUFFIX));
    }

    /** Makes the file, empty, for its owner alone; fails when something is there. Gives the case's name as H2 wants it. */
    public String create() {
        if (!Files.isDirectory(file.getParent())) {
            throw failure("The case %s cannot be created: its folder is missing. Make the folder first.", null);
        }
        requireRoomInName();
        try {
            String name = databaseName(file.getParent().toRealPath().resolve(file.getFileName()));
            Files.createFile(file, OwnerOnly.file());
            return name;
        } catch (FileAlreadyExistsException e) {
            throw failure("Something is at %s already. Choose another name for the new case, or open this one.", e);
        } catch (IOException e) {
            throw failure("The case %s cannot be created. Check that its folder can be written.", e);
        }
    }

    /** Fails when the name is so long that files beside the case could have none. */
    public void requireRoomInName() {
        int longest = MAX_NAME_BYTES - LONGEST_ENDING.length();
        if (file.getFileName().toString().getBytes(StandardCharsets.UTF_8).length > longest) {
            throw failure("The name of the case %s is too long: with its suffix it may have %d bytes, so that files beside the case have "
                    + "names, too. Choose a shorter one.", null, longest);
        }
    }

    /** Takes back {@link #create}. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("The case %s could not be created, and what is there of it could not be removed. Remove it yourself.", e);
        }
    }

    /** The case's name as H2 wants it; fails when nothing is there that could be a case. */
    public String existing() {
        if (!Files.exists(file)) {
            throw failure("There is no case at %s. Check the path, or create the case.", null);
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                throw failure("%s is not a case: it is empty or not a file. Check the path.", null);
            }
            return databaseName(file.toRealPath());
        } catch (IOException e) {
            throw failure("The case %s cannot be reached. Check your rights to it.", e);
        }
    }

    /** A failure whose {@code sentence} has a place for the path first, then for {@code more}. */
    public AssayException failure(String sentence, Throwable cause, Object... more) {
        return new AssayException(ErrorCode.CASE_FILE, sentence.formatted(
                Stream.concat(Stream.of(Visible.text(file.toString())), Stream.of(more)).toArray()), cause);
    }

    /** H2 takes what follows a semicolon for settings, a backslash for a separator, and chops the suffix off a link's target unseen. */
    private String databaseName(Path real) {
        String name = real.toString();
        if (!name.endsWith(SUFFIX)) {
            throw failure("The case %s is a link to a file that is not called *%s. Give that file this suffix.", null, SUFFIX);
        }
        if (name.contains(";") || File.separatorChar != '\\' && name.contains("\\")) {
            throw failure("The path of the case %s has a semicolon or a backslash in a name. Rename it, or move the case.", null);
        }
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
