package org.assay.remedy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Sha256;
import org.assay.model.text.FailureText;
import org.assay.model.text.Visible;
import org.assay.registry.RegistryException;

/**
 * A new folder that files are written into, none of them twice, with the SHA-256 of each. They are written into a folder beside it, which
 * takes its name when all of them are there: an export that was killed leaves nothing under that name. Nobody but the owner can read it.
 */
final class ExportFolder implements AutoCloseable {

    /** What a file holds. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A file that was written; {@code sha256} in lower-case hexadecimal digits. */
    record Written(String name, String sha256) {
    }

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final Path unfinished;
    private final List<Written> written = new ArrayList<>();

    private ExportFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
    }

    /**
     * Begins a folder that is new, or takes the place of an empty one.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when it holds anything or cannot be made
     */
    static ExportFolder create(Path folder) {
        try {
            requireNewOrEmpty(folder);
            Path place = Files.isDirectory(folder) ? folder.toRealPath() : folder.toAbsolutePath();
            if (place.equals(Path.of("").toRealPath())) {
                throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder)
                        + " is the current one, which the export would take the place of. Name a new folder below it.");
            }
            Path above = Files.createDirectories(place.getParent() == null ? place : place.getParent());
            return new ExportFolder(folder, Files.createTempDirectory(above, ".unfinished-export-", OwnerOnly.folder()));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder) + " cannot be made: " + FailureText.of(e)
                    + ". Name another folder or check your rights.", e);
        }
    }

    /**
     * Fails where anything is in the folder, or something else is at its place.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT}
     */
    static void requireNewOrEmpty(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder) + " cannot be used: " + FailureText.of(e)
                    + ". Name a new folder.", e);
        }
        throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder)
                + " is not empty. Name a new or an empty folder, so that no other export is mixed with this one.");
    }

    /**
     * Writes one new file; {@code name} may have folders before it.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when it cannot be written
     */
    void write(String name, Content content) {
        Path file = unfinished.resolve(name);
        MessageDigest digest = Sha256.start();
        try {
            Files.createDirectories(file.getParent(), OwnerOnly.folder());
            Files.createFile(file, OwnerOnly.file());
            try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.WRITE)), digest)) {
                content.write(out);
            }
        } catch (IOException | RegistryException e) {
            throw new AssayException(ErrorCode.OUTPUT, shown(folder.resolve(name)) + " cannot be written: "
                    + FailureText.of(e.getCause() instanceof IOException system ? system : e)
                    + ". Nothing was exported. Check the free space and your rights, and export again.", e);
        }
        written.add(new Written(name, HexFormat.of().formatHex(digest.digest())));
    }

    /**
     * Writes one new file of what {@code content} gives, and closes that. One that could not be read or does not have this SHA-256 is
     * removed again.
     *
     * @param modified when it was changed last, for a copy that is made of it by programs that keep that
     * @return whether it is there
     * @throws AssayException with {@link ErrorCode#OUTPUT} when it cannot be written
     */
    boolean writeIf(String name, String sha256, InputStream content, Instant modified) {
        boolean[] whole = {true};
        try (content) {
            write(name, out -> whole[0] = copied(content, out));
            if (whole[0] && written.getLast().sha256().equals(sha256)) {
                Files.setLastModifiedTime(unfinished.resolve(name), FileTime.from(modified));
                return true;
            }
            written.removeLast();
            Files.delete(unfinished.resolve(name));
            removeIfEmpty(unfinished.resolve(name).getParent());
            return false;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, shown(folder.resolve(name)) + " cannot be finished: " + FailureText.of(e)
                    + ". Nothing was exported. Export again.", e);
        }
    }

    private void removeIfEmpty(Path below) throws IOException {
        boolean empty;
        try (Stream<Path> content = Files.list(below)) {
            empty = content.findAny().isEmpty();
        }
        if (empty && !below.equals(unfinished)) {
            Files.delete(below);
        }
    }

    /** Whether all could be read; what cannot be written fails. */
    private static boolean copied(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (true) {
            int length;
            try {
                length = content.read(buffer);
            } catch (IOException e) {
                return false;
            }
            if (length < 0) {
                return true;
            }
            out.write(buffer, 0, length);
        }
    }

    /**
     * Gives the folder its name.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when something is there by now, or the system does not allow it
     */
    void finish() {
        try {
            Path place = Files.isDirectory(folder) ? folder.toRealPath() : folder.toAbsolutePath();
            if (Files.isDirectory(place)) {
                Files.delete(place);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The finished export could not take its place " + shown(folder) + ": "
                    + FailureText.of(e)
                    + ". Nothing was exported. Name a folder that is not there yet, where nobody else writes.", e);
        }
    }

    /** Removes what was written unless it was {@link #finish}ed. */
    @Override
    public void close() {
        if (!Files.exists(unfinished)) {
            return;
        }
        try (Stream<Path> content = Files.walk(unfinished)) {
            for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "What was written of an export that failed could not be removed from "
                    + shown(unfinished) + ": " + FailureText.of(e) + ". Remove it yourself.", e);
        }
    }

    /** What was written so far, in order. */
    List<Written> written() {
        return List.copyOf(written);
    }

    /** The path of a written file. */
    Path path(Written file) {
        return folder.resolve(file.name());
    }

    /** The SHA-256 of {@code content} in lower-case hexadecimal digits. */
    static String sha256(byte[] content) {
        return Sha256.of(content).hex();
    }

    private static String shown(Path path) {
        return Visible.text(path.toString());
    }
}
