package org.assay.store.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who has a lock on a file: Linux lists all locks. */
final class LockHolder {

    private static final Path LOCKS = Path.of("/proc/locks");
    /** {@code 1: POSIX ADVISORY WRITE 4711 08:01:131077 4611686018427387904 EOF}. */
    private static final int KIND = 3;
    private static final int PROCESS = 4;
    private static final int FILE = 5;
    private static final int COLUMNS = 8;

    private LockHolder() {
    }

    /** The process that keeps others out of this file, for people; empty where the system tells none. */
    static Optional<String> of(Path file) {
        try {
            if (!Files.isReadable(LOCKS)) {
                return Optional.empty();
            }
            String inode = ":" + Files.getAttribute(file, "unix:ino");
            return Files.readAllLines(LOCKS).stream().map(line -> List.of(line.trim().split("\\s+")))
                    .filter(columns -> columns.size() == COLUMNS && columns.get(FILE).endsWith(inode))
                    .sorted((one, two) -> two.get(KIND).compareTo(one.get(KIND)))
                    .map(columns -> columns.get(PROCESS)).filter(process -> process.matches("[1-9]\\d*")).findFirst()
                    .map(process -> "another process (" + process + owner(process) + ")");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String owner(String process) {
        try {
            return ", of " + Files.getOwner(Path.of("/proc", process), LinkOption.NOFOLLOW_LINKS).getName();
        } catch (IOException _) {
            return "";
        }
    }
}
