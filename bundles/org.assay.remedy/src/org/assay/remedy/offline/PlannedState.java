package org.assay.remedy.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.text.Sha256;

/** Whether what is at a path is what a plan says. No link is followed at the path itself. */
final class PlannedState {

    private static final int BUFFER_BYTES = 1 << 16;

    private PlannedState() {
    }

    static boolean isNothing(Path path) {
        return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether {@code path} is in the state; empty is nothing. What cannot be read is in none. */
    static boolean is(Path path, Optional<FileItem> state) {
        if (state.isEmpty()) {
            return isNothing(path);
        }
        try {
            FileItem item = state.get();
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return switch (item.kind()) {
                case FILE -> found.isRegularFile() && sha256(path).equals(item.sha256().orElseThrow().hex());
                case DIRECTORY -> found.isDirectory();
                case LINK -> found.isSymbolicLink()
                        && Files.readSymbolicLink(path).equals(ExactPath.of(item.target().orElseThrow()));
                case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> false;
            };
        } catch (IOException e) {
            // It is not there, or its state cannot be determined; either way it is not known to be this one.
            return false;
        }
    }

    /** Why what is at {@code path} is not what was judged. */
    static String difference(Path path) {
        if (isNothing(path)) {
            return "it is not there";
        } else if (Files.isSymbolicLink(path)) {
            return "it is a link now, or another one";
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? "it cannot be read or has changed: its SHA-256 is another one"
                : "it is not a regular file";
    }

    static String sha256(byte[] content) {
        return Sha256.of(content).hex();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
