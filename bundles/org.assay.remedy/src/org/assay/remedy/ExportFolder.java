package org.assay.remedy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Visible;
import org.assay.registry.RegistryException;

/** A new folder that files are written into, none of them twice, with the SHA-256 of each. */
final class ExportFolder {

    /** What a file holds. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A file that was written; {@code sha256} in lower-case hexadecimal digits. */
    record Written(String name, String sha256) {
    }

    private final Path folder;
    private final List<Written> written = new ArrayList<>();

    private ExportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder, or takes it when it is empty.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when it holds anything or cannot be made
     */
    static ExportFolder create(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> content = Files.list(folder)) {
                    if (content.findAny().isPresent()) {
                        throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder)
                                + " is not empty. Name a new or an empty folder, so that no other export is mixed with this one.");
                    }
                }
            } else {
                Files.createDirectories(folder);
            }
            return new ExportFolder(folder);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The folder " + shown(folder) + " cannot be made: " + reason(e)
                    + ". Name another folder or check your rights.", e);
        }
    }

    /**
     * Writes one new file; {@code name} may have folders before it.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT} when it cannot be written
     */
    void write(String name, Content content) {
        Path file = folder.resolve(name);
        MessageDigest digest = sha256();
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)), digest)) {
                content.write(out);
            }
        } catch (IOException | RegistryException e) {
            throw new AssayException(ErrorCode.OUTPUT, shown(file) + " cannot be written: " + reason(e)
                    + ". The export is not complete. Check the free space and your rights, and export again into a new folder.", e);
        }
        written.add(new Written(name, HexFormat.of().formatHex(digest.digest())));
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
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String shown(Path path) {
        return Visible.text(path.toString());
    }

    private static String reason(Exception e) {
        return Visible.text(e.getClass().getSimpleName() + " " + e.getMessage());
    }
}
